import fc from "fast-check";

/** Tabs that a chain is spread over. */
export const tabs = ["Sheet1", "Two", "Tab three"] as const;

/** A formula of a chain: where it is, what it does, and to which of those before it. */
export interface Link {
  readonly kind: keyof typeof kinds;
  readonly form: keyof typeof forms;
  readonly tab: number;
  readonly row: number;
  readonly of: number;
}

/** What a cell of a chain shows. */
type Value = number | "";
type Rows = readonly (readonly Value[])[];

const numbers = (column: readonly Value[]) => column.filter((value): value is number => value !== "");
const sum = (column: readonly Value[]) => numbers(column).reduce((a, b) => a + b, 0);
const counting = (count: number) => Array.from({ length: count }, (_, i) => [i + 1]);
const rowsOf = (column: readonly number[]) => (column.length > 0 ? column.map((value) => [value]) : [[0]]);

type Kind = readonly [formula: (range: string) => string, result: (column: readonly Value[]) => Rows];

/** What formulas do to the column that they read: as written in the cell, and in plain TypeScript. */
const kinds = {
  scaled: [
    (range) => `=ARRAYFORMULA(MOD(${range}*2+1, 11))`,
    (column) => column.map((value) => [(Number(value) * 2 + 1) % 11]),
  ],
  filtered: [
    (range) => `=IFERROR(FILTER(${range}, ${range}>2), 0)`,
    (column) => rowsOf(numbers(column).filter((value) => value > 2)),
  ],
  sorted: [
    (range) => `=IFERROR(SORT(FILTER(${range}, ${range}<>""), 1, -1), 0)`,
    (column) => rowsOf(numbers(column).sort((a, b) => b - a)),
  ],
  sum: [(range) => `=SUM(${range})`, (column) => [[sum(column)]]],
  largest: [(range) => `=MAX(${range})`, (column) => [[Math.max(0, ...numbers(column))]]],
  sequence: [
    (range) => `=SEQUENCE(1+MOD(COUNT(${range}), 5))`,
    (column) => counting(1 + (numbers(column).length % 5)),
  ],
  grid: [
    (range) => `=GRID(1+MOD(SUM(${range}), 3), 2)`,
    (column) => Array.from({ length: 1 + (sum(column) % 3) }, (_, row) => [10 * row, 10 * row + 1]),
  ],
  either: [
    (range) => `=IF(MOD(SUM(${range}), 2)=0, SEQUENCE(4), 5)`,
    (column) => (sum(column) % 2 === 0 ? counting(4) : [[5]]),
  ],
} satisfies Record<string, Kind>;

/** Rows that a formula reads of another, and the most that one fills. */
const most = 12;

/** The first row and the one after the last that are read, counted from the cell of the formula that is read. */
type Form = readonly [
  written: (tab: string, letter: string, row: number) => string,
  from: number,
  to: number,
];

/** How formulas refer to the column that another fills. */
const forms = {
  all: [(tab, letter, row) => `${tab}${letter}${row}:${letter}${row + most - 1}`, 0, most],
  "all but its own cell": [
    (tab, letter, row) => `${tab}${letter}${row + 1}:${letter}${row + most - 1}`,
    1,
    most,
  ],
  part: [(tab, letter, row) => `${tab}${letter}${row + 1}:${letter}${row + 3}`, 1, 4],
  indirect: [(tab, letter, row) => `INDIRECT("${tab}${letter}${row}:${letter}${row + most - 1}")`, 0, most],
  offset: [(tab, letter, row) => `OFFSET(${tab}${letter}${row}, 1, 0, 5, 1)`, 1, 6],
  open: [(tab, letter, row) => `${tab}${letter}${row}:${letter}`, 0, Infinity],
  whole: [(tab, letter) => `${tab}${letter}:${letter}`, 0, Infinity],
} satisfies Record<string, Form>;

/** Random chains: each formula reads one of those before it, the first one cells A1 to A3 of the first tab. */
export const chains = fc.array(
  fc.record({
    kind: fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
    form: fc.constantFrom(...(Object.keys(forms) as (keyof typeof forms)[])),
    tab: fc.nat(tabs.length - 1),
    row: fc.integer({ min: 1, max: 5 }),
    of: fc.nat(2),
  }),
  { minLength: 4, maxLength: 8 },
);

/** A formula of a chain as it is written, and the cells that it may fill. */
export interface Written {
  readonly cell: string;
  readonly formula: string;
  readonly area: string;
}

/** The chain as it is typed; formulas of one tab lie next to each other. */
export function written(chain: readonly Link[]): Written[] {
  return chain.map((link, index) => {
    const at = placeOf(chain, index);
    const source = placeOf(chain, index - 1 - link.of);
    const [reference] = formOf(link);
    const formula = kinds[link.kind][0](reference(source.tab, source.letter, source.row));
    const area = `${at.tab}${at.letter}${at.row}:${at.next}${at.row + most}`;
    return { cell: `${at.tab}${at.letter}${at.row}`, formula, area };
  });
}

/** What each formula of a chain has to show in its area. */
export function expected(chain: readonly Link[], sources: readonly number[]): Value[][][] {
  const results: Rows[] = [];
  for (const [index, link] of chain.entries()) {
    const source = results[index - 1 - link.of] ?? sources.map((value) => [value]);
    const [, from, to] = formOf(link);
    const filled = source.map((row) => row[0]!).slice(from, to);
    const blanks = Math.max(0, (to === Infinity ? 0 : to - from) - filled.length);
    results.push(kinds[link.kind][1]([...filled, ...Array.from({ length: blanks }, () => "" as const)]));
  }
  return results.map((rows) =>
    Array.from({ length: most + 1 }, (_, row) => [rows[row]?.[0] ?? "", rows[row]?.[1] ?? ""]),
  );
}

/** Arithmetic on a whole column would fill one. */
function formOf({ kind, form }: Link): Form {
  return kind === "scaled" && forms[form][2] === Infinity ? forms.all : forms[form];
}

function placeOf(chain: readonly Link[], index: number) {
  const link = chain[index];
  if (!link) return { tab: "Sheet1!", letter: "A", next: "B", row: 1 };
  const before = chain.slice(0, index).filter(({ tab }) => tab === link.tab).length;
  const letter = (column: number) => String.fromCharCode("A".charCodeAt(0) + column);
  const name = tabs[link.tab]!;
  return {
    tab: name.includes(" ") ? `'${name}'!` : `${name}!`,
    letter: letter(2 + 3 * before),
    next: letter(3 + 3 * before),
    row: link.row,
  };
}
