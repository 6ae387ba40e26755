import { headerWords } from "../words/header";
import { notesOf } from "./notes";
import type { FoundTable, Meaning } from "../types";

/** A table with what follows from its columns and their meanings. */
export function completed(table: Omit<FoundTable, "notes" | "churn">): FoundTable {
  const of = (meaning: Meaning) => table.columns.find((column) => column.meaning === meaning);
  const isAtStart = headerWords(of("customerCount")?.header ?? "").concepts.includes("start");
  const areCounted = isAtStart || of("customersAtEnd") !== undefined || !of("churnRate");
  const churn = of("lost") && areCounted ? "lost" : "churnRate";
  const whole = { ...table, churn: table.shape === "monthly" ? churn : undefined } as const;
  return { ...whole, notes: notesOf(whole) };
}
