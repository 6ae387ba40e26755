import type { Conversions } from "../../core/attribution/paths";
import { refusal } from "../../core/refusal";
import { type Unread, nameSeries, valueOfRow } from "../../sheet/argument";
import type { Cell } from "../../sheet/cell";
import { isRange, toRange } from "../../sheet/range";
import { dateReader } from "../../sheet/reader";
import { isLeftOut, readApart } from "../../sheet/readApart";

const customers = nameSeries({ name: "conversions", text: "" });
const dates = valueOfRow({ name: "conversions", text: "" }, dateReader);

/** Who has converted, and on which day where a second column says it; undefined where all have. */
export function conversionsIn(argument: Unread): Conversions {
  if (isLeftOut(argument)) return undefined;
  const { given, zone } = argument;
  const range = isRange(given) ? toRange(given) : [];
  const width = range[0]?.length ?? 1;
  const isPair = width === 2 && (range.length > 1 || dateReader.read(range[0]![1]!, zone) !== undefined);
  if (!isPair) {
    if (width > 1 && range.length > 1)
      throw refusal(
        `conversions must be one column of customers, or two with their dates, got ${range.length} rows × ${width} columns`,
      );
    const [{ values }] = readApart([customers], [argument]);
    return new Map(values.filter((name) => name !== undefined).map((name) => [name, undefined]));
  }
  const columnAt = (index: number): Unread => ({ given: range.map((row): Cell[] => [row[index]!]), zone });
  const [{ values }, days] = readApart([customers, dates], [columnAt(0), columnAt(1)]);
  const first = new Map<string, number>();
  values.forEach((name, row) => {
    if (name !== undefined) first.set(name, Math.min(first.get(name) ?? Infinity, days[row]!));
  });
  return first;
}
