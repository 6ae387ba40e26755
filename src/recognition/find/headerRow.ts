import type { SentCell } from "../../sheet/sentCell";
import { type Band, type Block, filledCount, splitByColumns, texts, typicalKinds } from "./bands";
import { currencyOf, headerWords } from "../words/header";
import { headerMatches } from "../words/headerMatches";
import { amountDigits, dateNotation, isBlank, isDate, monthOf } from "../words/values";

const highestHeader = 15;

/** Words that may head a column, and months; no values. */
function mayHead(cell: SentCell): boolean {
  if (monthOf(cell) !== undefined) return true;
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 0 && cell < 2200;
  return (
    typeof cell === "string" &&
    (cell.length < 80 || !/\s/.test(cell)) &&
    (!amountDigits(cell) || (/^[a-z]+ ?\d+$/i.test(cell) && !currencyOf(cell))) &&
    !dateNotation(cell) &&
    !cell.includes("@")
  );
}

export function looksLikeHeader(cells: readonly SentCell[] | undefined): boolean {
  const filled = cells?.filter((cell) => !isBlank(cell)) ?? [];
  if (filled.length < 2 || !filled.every(mayHead)) return false;
  const months = filled.filter((cell) => monthOf(cell) !== undefined).length;
  return months > 2
    ? filled.length - months < 13 && !isDate(cells![0]!)
    : texts(filled).length > 1 && !filled.some(isDate);
}

export const knownHeaders = (cells: readonly SentCell[]) =>
  texts(cells).filter((cell) => headerMatches(headerWords(cell)).some(({ isExact }) => isExact)).length;

/** A date or an amount written as text. */
const isWritten = (cell: SentCell) =>
  typeof cell === "string" && (dateNotation(cell) !== undefined || /\D/.test(amountDigits(cell) ?? ""));

/** Which columns hold numbers or dates, by their kind or as the first rows write them. */
function valuesIn(bands: readonly Band[]): (column: number) => boolean {
  const kinds = typicalKinds(bands);
  const rows = bands.slice(0, 5).flatMap(({ cells }) => (cells ? [cells] : []));
  return (column) => {
    if (/[nd]/.test(kinds[column] ?? "")) return true;
    const filled = rows.map((row) => row[column]!).filter((cell) => !isBlank(cell));
    return filled.length > 1 && filled.every(isWritten);
  };
}

/** The row that heads the columns: known words, well filled, and unlike what follows. */
export function headerOf({ bands }: Block): Band | undefined {
  const [{ kinds, cells }] = bands as [Band, ...Band[]];
  if (kinds.length === 1) return cells && knownHeaders(cells) > 0 ? bands[0] : undefined;
  const width = splitByColumns({ left: 0, bands }).reduce((sum, one) => sum + one.bands[0]!.kinds.length, 0);
  const scores = bands.slice(0, highestHeader).map(({ cells, kinds }, index) => {
    if (!looksLikeHeader(cells)) return 0;
    const areValues = valuesIn(bands.slice(index + 1));
    const differing = Array.from(kinds, (kind, column) => kind === "t" && areValues(column)).filter(Boolean);
    const months = cells!.filter((cell) => monthOf(cell) !== undefined);
    const repeated = filledCount(kinds) - new Set(texts(cells!)).size - months.length;
    return (
      2 * knownHeaders(cells!) +
      (3 * filledCount(kinds)) / width +
      Math.min(differing.length, 3) +
      Math.min(months.length, 6) -
      Math.min(repeated, 2)
    );
  });
  const best = Math.max(...scores);
  return best < 4 ? undefined : bands[scores.indexOf(best)];
}
