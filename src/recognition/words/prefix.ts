import type { SentCell } from "../../sheet/sentCell";
import { headerWords, normalised } from "./header";
import type { Concept } from "./words";

/** So many headers, and so many of them all, begin alike where the beginning is the name of their table. */
const fewest = 4;
const mostOf = 0.7;

/** What tables are named after: such a beginning says nothing of a column, as "new" and "average" do. */
const ofTables: readonly Concept[] = [
  "doc",
  "docs",
  "pay",
  "pays",
  "sub",
  "sales",
  "deal",
  "item",
  "line",
  "who",
  "whos",
  "account",
];

/** The word with which the headers of a table begin, as in FACTURES_DATE or O_ORDERDATE; undefined where it says something. */
export function sharedBeginning(headers: readonly (SentCell | undefined)[]): string | undefined {
  const named = headers.filter((cell): cell is string => typeof cell === "string" && cell.trim() !== "");
  const beginnings = named.map((header) => normalised(header).split(" ")).filter(({ length }) => length > 1);
  const [first] = beginnings
    .map(([word]) => word!)
    .filter((word, at, all) => all.indexOf(word) === at)
    .map((word) => ({ word, count: beginnings.filter(([one]) => one === word).length }))
    .sort((a, b) => b.count - a.count);
  if (!first || first.count < fewest || first.count < named.length * mostOf) return undefined;
  return headerWords(first.word).concepts.every((concept) => ofTables.includes(concept))
    ? first.word
    : undefined;
}

/** A header without that beginning. */
export function withoutBeginning(header: string, beginning: string | undefined): string {
  const words = normalised(header).split(" ");
  return beginning !== undefined && words.length > 1 && words[0] === beginning
    ? words.slice(1).join(" ")
    : header;
}
