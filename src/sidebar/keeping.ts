import type { Answer } from "../answers/answer";
import type { Data } from "./data";
import { tellOutcome } from "./tellOutcome";
import { ask } from "./server";

/** Writes what an answer rests on to the setup tab, which formulas follow. */
export function keepSetup({ setup }: Answer, { refresh, notify }: Data): Promise<void> {
  const keep = async () => {
    await ask("saveSetup", setup);
    refresh();
    return { message: "Kept in CLV Setup. Every result that uses it follows." };
  };
  return tellOutcome(notify, keep, "Not kept: ");
}
