import type { SentCell } from "../../sheet/sentCell";
import type { Band } from "../find/bands";
import { fewestGroups, headingColumn, isSumLabel, onlyText } from "../find/headings";
import type { Facts, Heading } from "./facts";
import { headerWords, normalised } from "../words/header";
import { dayOf, isBlank, shown } from "../words/values";

/** Whether names are those of customers, by what stands above the table or above them; undefined where nothing says so. */
function areOfCustomers(texts: readonly string[]): boolean | undefined {
  const concepts = texts.flatMap((text) => headerWords(text).concepts);
  if (concepts.some((one) => /^(others|item|staff|campaign)$/.test(one))) return false;
  if (concepts.some((one) => /^(whos?|contact)$/.test(one))) return true;
  if (concepts.some((one) => /^(ledger|account)$/.test(one))) return false;
  return (
    texts.some((text) => /receivable|forderung|cr[ée]ance|cobrar|crediti|receber/i.test(text)) || undefined
  );
}

/** A column that names the customer in each row. */
const isCustomer = ({ matches, words, filled }: Facts) =>
  filled > 0.5 &&
  words.concepts.some((one) => /^(whos?|contact|mail|name)$/.test(one)) &&
  matches.some(({ meaning, rank, isExact }) => meaning === "customer" && isExact && rank >= 4);

/**
 * Names that stand only in the first row of their group: each once, the first row among them, and the groups end in sums,
 * begin their dates anew or go by the alphabet. Otherwise the blanks may be purchases of which the customer is not known.
 */
function areOnFirstRows(facts: Facts, all: readonly Facts[]): boolean {
  const date = all.find(({ dateShare, kind }) => dateShare >= 0.8 && kind !== "blank");
  if (!date || facts.kind !== "text" || facts.filled > 0.75) return false;
  const rows = facts.cells.map((cell, row) => ({ cell, day: dayOf(date.cells[row]!, date.dates) }));
  const entries = rows.filter((_, row) => !isBlank(date.cells[row]));
  const names = entries.map(({ cell }) => cell).filter((cell) => !isBlank(cell));
  if (names.length < fewestGroups || names.length === entries.length || isBlank(entries[0]!.cell))
    return false;
  if (new Set(names.map(shown)).size < names.length) return false;
  if (rows.filter(({ cell }) => isSumLabel(cell)).length >= fewestGroups) return true;
  const isBack = (earlier: number | undefined, later: number | undefined) =>
    earlier !== undefined && later !== undefined && later < earlier;
  const steps = entries.slice(1).map(({ cell, day }, row) => ({
    isStart: !isBlank(cell),
    isBack: isBack(entries[row]!.day, day),
  }));
  const starts = steps.filter(({ isStart }) => isStart);
  const startsAnew = starts.filter((step) => step.isBack).length >= Math.max(2, starts.length / 3);
  const inGroups = steps.filter(({ isStart }) => !isStart);
  if (startsAnew && inGroups.every((step) => !step.isBack)) return true;
  const texts = names.map((name) => normalised(shown(name)));
  // A run of purchases does not make groups, whatever the order of the names among them.
  const mayBeGroups = steps.some((step) => step.isBack) || entries.every(({ day }) => day === undefined);
  return mayBeGroups && names.length >= 5 && texts.every((text, at) => at === 0 || text >= texts[at - 1]!);
}

/** A column with only its names. */
function ofNames(facts: Facts, heading: Heading, isName: (cell: SentCell, row: number) => boolean): Facts {
  const values = facts.cells.filter((cell, row) => !isBlank(cell) && !isSumLabel(cell) && isName(cell, row));
  const texts = values.filter((cell) => typeof cell === "string");
  const distinct = new Set(values.map(shown)).size;
  return { ...facts, kind: "text", values, texts, numbers: [], distinct, filled: 1, amountShare: 0, heading };
}

/**
 * The columns of a table, of which one may name the customer once for several rows. `titles` stand above the table, and may say
 * whose names these are.
 */
export function withHeadings(
  all: readonly Facts[],
  bands: readonly Band[],
  titles: readonly string[],
): Facts[] {
  const above = headingColumn(bands);
  const isOwned = all.some((facts, index) => index !== above && isCustomer(facts));
  const isNamed = above >= 0 && !isOwned ? areOfCustomers([...titles, all[above]!.header]) : false;
  const known = bands.filter(({ cells }) => cells);
  return all.map((facts, index): Facts => {
    if (index === above && isNamed !== false) {
      const names = ofNames(facts, "above", (_, row) => onlyText(known[row]!) === above);
      // Names of unknown things may be those of products.
      return {
        ...names,
        matches: [{ meaning: "customer", rank: isNamed ? 6 : 2, isExact: isNamed === true }],
      };
    }
    const mayBeOnce = facts.matches.some(({ meaning }) => meaning === "customer");
    return mayBeOnce && areOnFirstRows(facts, all) ? ofNames(facts, "first", () => true) : facts;
  });
}
