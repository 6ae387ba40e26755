import type { Server } from "../addon/protocol";

/** google.script.run as far as the sidebar uses it: handlers first, then the server function. */
interface ScriptRun {
  readonly withSuccessHandler: (handler: (json: string) => void) => ScriptRun;
  readonly withFailureHandler: (handler: (error: Error) => void) => ScriptRun;
  readonly answer: (name: string, json: string) => void;
}

declare const google: { readonly script: { readonly run: ScriptRun } };

let asked = 0;
const watching = new Set<(isAsking: boolean) => void>();

/** Whether a question is still to be answered. */
export const isAsking = (): boolean => asked > 0;

function count(by: number): void {
  asked += by;
  watching.forEach((watch) => watch(asked > 0));
}

/** Tells whenever it begins or ends that something is asked; returns what ends this. */
export function watchAsking(watch: (isAsking: boolean) => void): () => void {
  watching.add(watch);
  return () => void watching.delete(watch);
}

/** Whether anything has ever been answered. */
let isHeard = false;

const accounts =
  "If you are signed in with several Google accounts in this browser, Google may have used the wrong one: open the spreadsheet in a window with only one account, such as a private window";

/** What went wrong, without the kind of error that Google may put in front, and with what is likely at the very first. */
function inWords({ message }: Error): Error {
  const plain = message.replace(/^(?:Refusal|Error|Exception|ScriptError): /, "");
  const isAccess = /permission|authori[sz]|PERMISSION_DENIED/i.test(plain);
  const isTold = plain.includes("several Google accounts");
  return new Error((isAccess || !isHeard) && !isTold ? `${plain.replace(/\.\s*$/, "")}. ${accounts}` : plain);
}

/** Asks the add-on a question. */
export function ask<Name extends keyof Server>(
  name: Name,
  question: Parameters<Server[Name]>[0],
): Promise<ReturnType<Server[Name]>> {
  count(1);
  return new Promise<ReturnType<Server[Name]>>((resolve, reject) => {
    google.script.run
      .withSuccessHandler((json) => {
        isHeard = true;
        resolve(JSON.parse(json) as ReturnType<Server[Name]>);
      })
      .withFailureHandler((error) => reject(inWords(error)))
      .answer(name, JSON.stringify(question));
  }).finally(() => count(-1));
}
