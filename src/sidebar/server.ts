import type { Server } from "../addon/protocol";

/** google.script.run as far as the sidebar uses it: handlers first, then the server function. */
interface ScriptRun {
  readonly withSuccessHandler: (handler: (json: string) => void) => ScriptRun;
  readonly withFailureHandler: (handler: (error: Error) => void) => ScriptRun;
  readonly answer: (name: string, json: string) => void;
}

declare const google: { readonly script: { readonly run: ScriptRun } };

let asked = 0;

/** Whether a question is still to be answered. */
export const isAsking = (): boolean => asked > 0;

/** Asks the add-on a question. */
export function ask<Name extends keyof Server>(
  name: Name,
  question: Parameters<Server[Name]>[0],
): Promise<ReturnType<Server[Name]>> {
  asked++;
  return new Promise<ReturnType<Server[Name]>>((resolve, reject) => {
    google.script.run
      .withSuccessHandler((json) => resolve(JSON.parse(json) as ReturnType<Server[Name]>))
      .withFailureHandler(reject)
      .answer(name, JSON.stringify(question));
  }).finally(() => asked--);
}
