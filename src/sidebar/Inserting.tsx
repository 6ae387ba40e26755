import type { Insertion, InsertionRequest } from "../addon/protocol";
import type { Answer } from "../answers/answer";
import { type Data, notationOf } from "./data";
import { cellFormat } from "./format";
import { lookAgain } from "./place";
import { tellOutcome } from "./tellOutcome";
import { ask } from "./server";

/** Has something inserted and says what became of it. */
export async function inserted({ notify, refresh }: Data, insert: () => Promise<Insertion>): Promise<void> {
  notify({ message: "Inserting…" });
  const work = async () => {
    const { at, message } = await insert();
    if (at) refresh();
    return { message, undo: at, isError: at === null, refresh };
  };
  await tellOutcome(notify, work, "Not inserted: ");
  lookAgain();
}

/** Inserts a formula, in the selected cell or on a new tab. */
export const insertFormula = (
  request: Omit<InsertionRequest, "newTab">,
  newTab: string | null,
  data: Data,
): Promise<void> => inserted(data, () => ask("insert", { ...request, newTab }));

/** Inserts a table on a tab of its own, which its title names. */
export const insertTable = (
  { title, recipe }: { readonly title: string } & Pick<InsertionRequest, "recipe">,
  answer: Answer,
  data: Data,
): Promise<void> => {
  const moneyFormat = cellFormat("money", notationOf(data, answer));
  return insertFormula({ setup: answer.setup, recipe, label: "", format: "", moneyFormat }, title, data);
};
