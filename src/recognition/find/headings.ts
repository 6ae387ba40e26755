import type { SentCell } from "../../sheet/sentCell";
import { beginsLikeTotal } from "../../sheet/written/totals";
import { normalised } from "../words/header";
import { monthOf, shown } from "../words/values";
import { type Band, typicalKinds } from "./bands";

/** With as many groups it is not chance. */
export const fewestGroups = 3;

/** True for Total, Total for Meier, Summe Meier … */
export const isSumLabel = (cell: SentCell | undefined): boolean =>
  typeof cell === "string" && beginsLikeTotal(cell);

/** The column of a row's only text; -1 where there is more in it, or the text is a month or a year. */
export function onlyText({ kinds, cells }: Band): number {
  if (kinds.length < 3 || kinds.trim() !== "t") return -1;
  const column = kinds.indexOf("t");
  const text = cells?.[column] ?? "name";
  return monthOf(text) === undefined && /[^\d\W]/.test(normalised(shown(text))) ? column : -1;
}

/** True where a table begins with the name of the rows below: there are more such rows, or they are blank in its place. */
export function beginsWithHeading(bands: readonly Band[]): boolean {
  const [first, next, ...rest] = bands;
  const column = first ? onlyText(first) : -1;
  if (column < 0 || !next || onlyText(next) >= 0 || /[nd]/.test(typicalKinds(bands)[column]!)) return false;
  return (
    next.kinds[column] === " " || rest.filter((band) => onlyText(band) === column).length >= fewestGroups - 1
  );
}

/** The column of names that stand in rows of their own, the first row among them; -1 where there is none. */
export function headingColumn(bands: readonly Band[]): number {
  const column = beginsWithHeading(bands) ? onlyText(bands[0]!) : -1;
  const names = bands.filter((band) => onlyText(band) === column && !isSumLabel(band.cells?.[column]));
  return names.length >= fewestGroups && bands.length >= 2 * names.length ? column : -1;
}
