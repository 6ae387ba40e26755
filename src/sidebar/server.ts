import type { Answers } from "../addon/protocol";

/** google.script.run as far as the sidebar uses it: handlers first, then the name of a server function. */
type ScriptRun = {
  withSuccessHandler(handler: (json: string) => void): ScriptRun;
  withFailureHandler(handler: (error: Error) => void): ScriptRun;
} & Record<keyof Answers, (argument: string) => void>;

declare const google: { readonly script: { readonly run: ScriptRun } };

/** Calls a server function of the add-on. */
export function ask<Name extends keyof Answers>(name: Name, argument: string): Promise<Answers[Name]> {
  return new Promise((resolve, reject) => {
    const run = google.script.run
      .withSuccessHandler((json) => resolve(JSON.parse(json) as Answers[Name]))
      .withFailureHandler(reject);
    run[name](argument);
  });
}
