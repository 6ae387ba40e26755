import type { Insertion, InsertionRequest } from "../addon/protocol";
import type { Data } from "./data";
import { lookAgain } from "./place";
import { ask } from "./server";

/** Has something inserted and says what became of it. */
export async function inserted(data: Data, insert: () => Promise<Insertion>): Promise<void> {
  const { notify, refresh } = data;
  notify({ message: "Inserting…" });
  try {
    const { at, message } = await insert();
    notify({ message, undo: at, isError: at === null, refresh });
    if (at) refresh();
    lookAgain();
  } catch (error) {
    notify({ message: `Not inserted: ${(error as Error).message}`, isError: true });
  }
}

/** Inserts a formula, in the selected cell or on a new tab. */
export const insertFormula = (
  request: Omit<InsertionRequest, "newTab">,
  newTab: string | null,
  data: Data,
): Promise<void> => inserted(data, () => ask("insert", { ...request, newTab }));
