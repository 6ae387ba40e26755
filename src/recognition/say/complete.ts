import { headerWords } from "../words/header";
import type { Facts } from "../columns/facts";
import { notesOf } from "./notes";
import { questionsOf } from "./questions";
import { reasonUnused } from "./reasons";
import { countedAt } from "../shapes/atEnd";
import { lowest } from "../shapes/shapes";
import type { FoundTable, Meaning } from "../types";

/** A table with what follows from its columns and their meanings. */
export function completed(
  table: Omit<FoundTable, "notes" | "questions" | "churn">,
  all: readonly Facts[],
): FoundTable {
  if (table.shape === undefined)
    return { ...table, notes: table.missing ? [] : [reasonUnused(all, table.headerRow !== undefined)] };
  const of = (meaning: Meaning) => table.columns.find((column) => column.meaning === meaning);
  const factsOf = (meaning: Meaning) => all.find(({ column }) => column === of(meaning)?.column);
  const isAtStart =
    headerWords(of("customerCount")?.header ?? "").concepts.includes("start") ||
    countedAt(factsOf) === "start";
  const areCounted = isAtStart || of("customersAtEnd") !== undefined || !of("churnRate");
  const churn = of("lost") && areCounted ? "lost" : "churnRate";
  const whole = { ...table, churn: table.shape === "monthly" ? churn : undefined } as const;
  const { questions, isOpen } = questionsOf(whole, all);
  const confidence = isOpen ? lowest([whole.confidence, "medium"]) : whole.confidence;
  return { ...whole, confidence, ...(questions.length > 0 && { questions }), notes: notesOf(whole) };
}
