import { text } from "../blocks";
import { type Block, wordsOf } from "../page";
import { type Report, known, wordsFrom } from "../report";

/** What is to be known of the model, beside everything that rests on it. */
export function modelNotes(report: Report): Block[] {
  const warnings = known(report, "warnings");
  return warnings && wordsOf(warnings.rows[0]![0]) !== "none" ? [text(wordsFrom(warnings))] : [];
}
