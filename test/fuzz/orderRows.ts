// A table of orders says the same however its rows were typed.
import { deepEqual } from "node:assert/strict";
import * as fc from "fast-check";
import { functions } from "../../src/functions";
import { column } from "../support/call";
import type { Law } from "./law";
import { outcomeOf } from "./outcome";
import { argumentsOf } from "./sense";

interface Order {
  readonly customer: string | number;
  readonly date: Date | string;
  readonly amount: number | string;
}

const order: fc.Arbitrary<Order> = fc.record({
  customer: fc.constantFrom("Ann", "Bo", "Cy", "Di", "ann", 7, "7", "", "=Eve", "__proto__", "constructor"),
  date: fc.oneof(
    fc
      .date({ min: new Date("2024-01-01"), max: new Date("2025-12-31"), noInvalidDate: true })
      .map((date) => new Date(Math.floor(date.getTime() / 3_600_000) * 3_600_000)),
    fc.constantFrom("2024-12-31", "2025-01-01T08:00", ""),
  ),
  amount: fc.oneof(
    fc.integer({ min: -200, max: 900 }).map((cents) => cents / 4),
    fc.constantFrom("€12,50", "(3.00)", ""),
  ),
});
const orders = fc.array(order, { minLength: 1, maxLength: 25 });

const columnsOf = (rows: readonly Order[]): unknown[][] => [
  rows.map(({ customer }) => customer),
  rows.map(({ date }) => date),
  rows.map(({ amount }) => amount),
];

/** Functions that need no more than the customer, the date and the amount of each row. */
const names = functions
  .filter((record) => {
    const [columns, others] = [argumentsOf(record).slice(0, 3), argumentsOf(record).slice(3)];
    const isOfOrders = columns.map(({ name }) => name).join() === "customer,date,amount";
    const isOfColumns = columns.every(({ kind, blanks }) => kind === "column" && blanks === "skip");
    return isOfOrders && isOfColumns && others.every(({ optional }) => optional);
  })
  .map(({ name }) => name);

const tableOf = (name: string, cells: readonly unknown[][]) =>
  outcomeOf(
    name,
    cells.map((each) => column(...each)),
  );

const law = (title: string, property: Law["property"], cases = 20): Law => ({
  title: `the same from orders ${title}`,
  names,
  property,
  cases: () => cases,
});

export const orderRowLaws: readonly Law[] = [
  law(
    "in whatever order the rows are",
    (name) =>
      fc.property(
        orders.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, mixed]) => deepEqual(tableOf(name, columnsOf(mixed)), tableOf(name, columnsOf(rows))),
      ),
    60,
  ),
  law("with blank rows at the end, as whole columns have them", (name) =>
    fc.property(orders, fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)), (rows, blanks) => {
      const cells = columnsOf(rows);
      const longest = cells.map((each, index) => [
        ...each,
        ...Array.from({ length: blanks[index]! }, () => ""),
      ]);
      deepEqual(tableOf(name, longest), tableOf(name, cells));
    }),
  ),
  law("with blank and incomplete rows in between", (name) =>
    fc.property(orders, fc.nat(25), (rows, at) => {
      const guests: Order[] = [
        { customer: "", date: "", amount: "" },
        { customer: "Zoe", date: "", amount: 5 },
        { customer: "Zoe", date: "2020-01-01", amount: "" },
      ];
      const longer = [...rows.slice(0, at), ...guests, ...rows.slice(at)];
      deepEqual(tableOf(name, columnsOf(longer)), tableOf(name, columnsOf(rows)));
    }),
  ),
  law("under a header", (name) =>
    fc.property(orders, fc.constantFrom("Amount", "Revenue 2025 (EUR)", "#", ""), (rows, title) => {
      const header = ["Customer", "Date", title];
      const titled = columnsOf(rows).map((cells, index) => [header[index], ...cells]);
      deepEqual(tableOf(name, titled), tableOf(name, columnsOf(rows)));
    }),
  ),
  law("in rows and columns in any mixture", (name) =>
    fc.property(orders, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), (rows, lying) => {
      const cells = columnsOf(rows);
      const mixed = cells.map((each, index) => (lying[index] ? [each] : column(...each)));
      deepEqual(outcomeOf(name, mixed), tableOf(name, cells));
    }),
  ),
  law("of customers as numbers or as text, with or without spaces around", (name) =>
    fc.property(orders, (rows) => {
      const written = rows.map((row) => ({
        ...row,
        customer: row.customer === "" ? "" : ` ${row.customer}  `,
      }));
      deepEqual(tableOf(name, columnsOf(written)), tableOf(name, columnsOf(rows)));
    }),
  ),
  {
    title: "unreadable cells of orders stand in the same row as in the sheet, whether under a header or not",
    names,
    property: (name) =>
      fc.property(fc.array(order, { maxLength: 8 }), (rows) => {
        const clean: Order = { customer: "Ann", date: "2025-01-01", amount: 1 };
        const dirty = [clean, ...rows, { customer: "Bo", date: "2025-01-02", amount: "soon" }];
        const cells = columnsOf(dirty);
        const titled = cells.map((each, index) => [["Customer", "Date", "Amount"][index], ...each]);
        const message = (row: number) => `${name}: amount must be a number, got "soon" in row ${row}`;
        deepEqual(tableOf(name, cells), { message: message(rows.length + 2) });
        deepEqual(tableOf(name, titled), { message: message(rows.length + 3) });
      }),
    cases: () => 20,
  },
];
