// The range of scenarios: a name, then changes of drivers under headings that say which.
import type { Drivers } from "../../core/whatIf/drivers";
import {
  type Changeable,
  type Changes,
  changeable,
  isAtMost,
  isWithin,
  roomOf,
  today,
} from "../../core/whatIf/scenarios";
import { refusal } from "../../core/refusal";
import { type Cell, isBlank } from "../../sheet/cell";
import { type Fault, quoted, refuseFaults, shown } from "../../sheet/fault";
import { readCell } from "../../sheet/readCell";
import { type Range, isRange, toRange, usedSize } from "../../sheet/range";
import { type Reader, rateReader } from "../../sheet/reader";
import { percent } from "../../sheet/words";
import { driverIn } from "../../sheet/written/driverWords";
import type { Zone } from "../../sheet/zone";

const name = "scenarios";

/** Further than to five times as much, a number is more likely a percentage without its sign. */
const mostChange = 4;

const change: Reader<number> = {
  ...rateReader({ atLeast: -1, atMost: mostChange }),
  expected: "changes between −100% and +400%, such as 10% or −10%",
  advice: (cell) =>
    typeof cell === "number" && Math.abs(cell) <= 100 ? `write ${signedPercent(cell / 100)}` : undefined,
};

/** A change with its sign: +10%, −2.5%. */
const signedPercent = (value: number): string => (value < 0 ? percent(value) : `+${percent(value)}`);

/** What each driver is called in the result, and how a person is told where it comes from. */
const called: Readonly<Record<Changeable, string>> = {
  revenue: "Average revenue",
  upsell: "Upsell revenue",
  churn: "Churn rate",
  retention: "Retention",
  margin: "Gross margin",
  cac: "CAC",
};

const argumentOf: Readonly<Partial<Record<Changeable, string>>> = {
  margin: "gross_margin",
  cac: "cac",
  upsell: "upsell_revenue",
};

/** Changes in words: Average revenue +10%, Churn rate −10%. */
export function inWords(changes: Changes, drivers: Drivers): string {
  return changeable
    .flatMap((what) => {
      const change = changes[what];
      if (change === undefined) return [];
      const isFull = what === "margin" && isAtMost(roomOf(drivers, what), change);
      return `${called[what]} ${isFull ? "to 100%" : signedPercent(change)}`;
    })
    .join(", ");
}

interface Heading {
  readonly what: Changeable;
  readonly column: number;
}

const headings = "Revenue, Upsell, Churn, Retention, Margin or CAC";

function readHeadings([first]: Range, columns: number, zone: Zone): Heading[] {
  const found: Heading[] = [];
  for (let column = 1; column < columns; column++) {
    const cell = first![column]!;
    const what = typeof cell === "string" ? driverIn(cell) : undefined;
    if (what === undefined)
      throw refusal(
        `${name} must have a header row with ${headings} above each column of changes, got ${shown(cell, zone)} in row 1, column ${column + 1}`,
      );
    const before = found.find((one) => one.what === what);
    if (before)
      throw refusal(
        `${name} must have one column for ${called[what]}, got two: ${quoted(String(first![before.column]))} and ${quoted(cell as string)}`,
      );
    found.push({ what, column });
  }
  return found;
}

/** Refuses a change of what is not known, or one that goes further than it can. */
function checkRoom(drivers: Drivers, what: Changeable, wanted: number, heading: Cell, place: string): void {
  if (wanted === 0) return;
  if (today(drivers, what) === undefined)
    throw refusal(
      `${name} must change what is given, got ${quoted(String(heading))} in ${place}: give ${argumentOf[what]} as well`,
    );
  const room = roomOf(drivers, what);
  if (isWithin(room, wanted)) return;
  const got = `got ${signedPercent(wanted)} in ${place}`;
  if (wanted < 0)
    throw refusal(`${name} must leave some churn, ${got}: without churn, a customer has no finite value`);
  const now = percent(today(drivers, what)!);
  const limit =
    room.outOfReach === "most"
      ? `less than ${signedPercent(room.most)}`
      : `at most ${signedPercent(room.most)}`;
  throw refusal(`${name} must change ${called[what]} by ${limit} (it is ${now} today), ${got}`);
}

/** One scenario as someone wrote it. */
interface Written {
  readonly name: string;
  readonly changes: Changes;
}

/** Reads the scenarios of a range; undefined where nothing is given. */
export function readScenarios(given: unknown, drivers: Drivers, zone: Zone): Written[] | undefined {
  if (!isRange(given)) {
    if (isBlank(Array.isArray(given) ? (given as unknown[][])[0]?.[0] : given)) return undefined;
    throw refusal(
      `${name} must be a range with a header row, a name in the first column and changes in the others, got one cell`,
    );
  }
  const range = toRange(given);
  const { rows, columns } = usedSize(range);
  if (rows === 0) return undefined;
  const headed = readHeadings(range, columns, zone);
  const faults: Fault[] = [];
  const found: Written[] = [];
  for (let row = 1; row < rows; row++) {
    const cells = range[row]!;
    if (cells.every(isBlank)) continue;
    const placeOf = ({ column }: Heading) => `row ${row + 1}, column ${column + 1}`;
    const changes: Partial<Record<Changeable, number>> = {};
    for (const heading of headed) {
      const cell = cells[heading.column]!;
      if (isBlank(cell)) continue;
      const wanted = readCell({ name, reader: change }, cell, placeOf(heading), zone, faults) as
        | number
        | undefined;
      if (wanted === undefined) continue;
      checkRoom(drivers, heading.what, wanted, range[0]![heading.column]!, placeOf(heading));
      changes[heading.what] = wanted;
    }
    if (changes.churn !== undefined && changes.retention !== undefined)
      throw refusal(`${name} must change Churn or Retention, not both, got both in row ${row + 1}`);
    const label = cells[0]!;
    found.push({ name: isBlank(label) ? inWords(changes, drivers) : String(label).trim(), changes });
  }
  refuseFaults(faults, zone);
  if (headed.length === 0 || found.length === 0)
    throw refusal(
      `${name} must have at least one column of changes and one row below the header, got ${headed.length === 0 ? "no column" : "no row"}`,
    );
  return found;
}
