import type { Answer } from "../answers/answer";
import type { Data } from "./data";
import { ask } from "./server";

/** Writes what an answer rests on to the setup tab, which formulas follow. */
export async function keepSetup({ setup }: Answer, { refresh, notify }: Data): Promise<void> {
  try {
    await ask("saveSetup", setup);
    refresh();
    notify({ message: "Kept in CLV Setup. Every result that uses it follows." });
  } catch (error) {
    notify({ message: `Not kept: ${(error as Error).message}`, isError: true });
  }
}
