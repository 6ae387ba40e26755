import { isRefusal } from "../core/refusal";

/** What Sheets may say, and what a person can do about it. */
const advice: readonly (readonly [said: RegExp, advice: string])[] = [
  [
    /protect/i,
    "A tab or range is protected: ask its owner to let you edit it, or remove the protection under Data › Protect sheets and ranges",
  ],
  [
    /10[,.’ ]?000[,.’ ]?000|number of cells|limit of .*cells/i,
    "A spreadsheet holds at most ten million cells: delete rows, columns and tabs that are empty or no longer needed",
  ],
  [
    /permission|authori[sz]|access denied|PERMISSION_DENIED/i,
    "Ask the owner for edit access. If you are signed in with several Google accounts, open the spreadsheet in a window with only one of them",
  ],
  [
    /time|too many|simultaneous|limit|quota|unavailable|server error|try again|wait/i,
    "Sheets is busy or the spreadsheet is large: wait a minute",
  ],
];

/** Errors of the program's own. */
const ofProgram = /^(Type|Range|Reference|Syntax)Error$/;

/** Why something stopped, for the person: what Sheets said, what to do about it, and what has become of the work. */
export function stoppedWords(title: string, error: unknown, after: string): string {
  const { name, message } = error as Error;
  if (isRefusal(error)) return message;
  const said = message.replace(/\.\s*$/, "");
  if (ofProgram.test(name))
    return [
      `${title} stopped because of a fault in CLV: ${said}`,
      after,
      "Please report it with this message",
    ].join("\n");
  const known = advice.find(([pattern]) => pattern.test(said))?.[1];
  return [`${title} stopped. Sheets said: ${said}`, ...(known ? [known] : []), after].join("\n");
}
