import type { ArgumentDoc } from "./customFunction";

/** What the help card says of an argument: its text, and in words what leaving it out means, which Sheets does not show. */
export function argumentText({ text, optional, whenLeftOut }: ArgumentDoc): string {
  return optional ? `${text} Optional${whenLeftOut ? `; ${whenLeftOut} when left out` : ""}.` : text;
}
