import type { SentCell } from "../../src/sheet/sentCell";
import { seeded } from "../support/orders";
import { type Entry, each, named, quantity, share, whole } from "./heldOutNinthCells";
import type { Sample } from "./sample";
import { cents, comma, dotted, firm, rowsOf, sheetSample, slashed } from "./sheetSample";

const american = ({ day: days }: Entry) => {
  const [date, month, year] = slashed(days).split("/");
  return `${month!}/${date!}/${year!}`;
};
const euros = (value: number) => `${comma(value)} €`;

interface Group {
  readonly name: string;
  readonly rows: readonly (readonly SentCell[])[];
  readonly total: number;
}

/** The rows of several customers, one customer after the other, and what each comes to. */
function groupsOf(seed: number, row: (entry: Entry) => SentCell[]): Group[] {
  const random = seeded(seed);
  return Array.from({ length: 9 }, (_, customer) => {
    const entries = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, index): Entry => {
      const place = customer * 6 + index;
      return {
        index: place,
        document: place,
        customer,
        day: index * 23 + customer * 2,
        amount: cents(40 + random() * 700),
      };
    });
    return {
      name: firm(customer),
      rows: entries.map(row),
      total: cents(entries.reduce((sum, { amount }) => sum + amount, 0)),
    };
  });
}

/** Where a customer's name stands in a report of groups, and what ends the group. */
function grouped(
  source: string,
  header: readonly string[],
  groups: readonly Group[],
  columns: Readonly<Record<string, readonly number[]>>,
  layout: {
    readonly above: readonly (readonly SentCell[])[];
    readonly totalIn?: number;
    readonly totalWord?: (name: string) => string;
    readonly isOnFirstRow?: boolean;
    readonly below?: readonly (readonly SentCell[])[];
  },
): Sample {
  const { above, totalIn, totalWord, isOnFirstRow = false, below = [] } = layout;
  const width = header.length;
  const totalRow = (name: string, total: number) =>
    Array.from({ length: width }, (_, index) => (index === 0 ? name : index + 1 === totalIn ? total : ""));
  const rows = groups.flatMap(({ name, rows: own, total }) => [
    ...(isOnFirstRow ? [] : [[name, ...Array.from({ length: width - 1 }, () => "")]]),
    ...own.map((row, index) => (isOnFirstRow && index === 0 ? [name, ...row.slice(1)] : row)),
    ...(totalWord && totalIn ? [totalRow(totalWord(name), total)] : []),
  ]);
  return sheetSample({
    source,
    cells: [...above, header, ...rows, ...below],
    shape: "orders",
    header: above.length + 1,
    // The last sum stands below the table.
    last: above.length + 1 + rows.length - (totalWord ? 1 : 0),
    columns,
  });
}

const quickBooksRow = (entry: Entry): SentCell[] => [
  "",
  american(entry),
  entry.index % 11 === 5 ? "Credit Memo" : "Invoice",
  1001 + entry.index,
  ["Consulting", "Workshop", "Licence"][entry.index % 3]!,
  "",
  quantity(entry),
  each(entry),
  entry.index % 11 === 5 ? -entry.amount : entry.amount,
  entry.amount,
];
const desktopRow = (entry: Entry): SentCell[] => [
  "",
  "Invoice",
  american(entry),
  1001 + entry.index,
  "",
  firm(entry.customer),
  ["Consulting", "Workshop", "Licence"][entry.index % 3]!,
  quantity(entry),
  each(entry),
  entry.amount,
  entry.amount,
];
const xeroRow = (entry: Entry): SentCell[] => [
  `INV-${1001 + entry.index}`,
  named(entry),
  ["Consulting", "Workshop", "Licence"][entry.index % 3]!,
  quantity(entry),
  each(entry),
  share(entry, 20),
  entry.amount,
  whole(entry, 20),
];
const spanishRow = (entry: Entry): SentCell[] => [
  "",
  slashed(entry.day),
  `F25-${entry.index + 1}`,
  euros(entry.amount),
  euros(whole(entry, 21)),
];
const germanRow = (entry: Entry): SentCell[] => [
  "",
  dotted(entry.day),
  `RE-${entry.index + 1}`,
  comma(entry.amount),
  comma(whole(entry, 19)),
];

export const groupedReports = (): Sample[] => [
  grouped(
    "QuickBooks Online, sales by customer detail",
    [
      "",
      "Date",
      "Transaction Type",
      "Num",
      "Product/Service",
      "Memo/Description",
      "Qty",
      "Sales Price",
      "Amount",
      "Balance",
    ],
    groupsOf(2101, quickBooksRow),
    {
      customer: [1],
      date: [2],
      "(order)": [4],
      "(quantity)": [7],
      "(price)": [8],
      amount: [9],
      "(status)": [3],
    },
    {
      above: [["Sales by Customer Detail"], ["Craft Lane LLC"], ["January - December 2025"], []],
      totalIn: 9,
      totalWord: (name) => `Total for ${name}`,
      below: [
        ["TOTAL", "", "", "", "", "", "", "", 8812.2, ""],
        [],
        ["Thursday, Jan 02, 2026 09:12:44 AM GMT-8 - Accrual Basis"],
      ],
    },
  ),
  grouped(
    "QuickBooks Desktop, sales by customer detail",
    ["", "Type", "Date", "Num", "Memo", "Name", "Item", "Qty", "Sales Price", "Amount", "Balance"],
    groupsOf(2102, desktopRow),
    {
      customer: [1, 6],
      date: [3],
      "(order)": [4],
      "(quantity)": [8],
      "(price)": [9],
      amount: [10],
      "(status)": [2],
    },
    { above: [], totalIn: 10, totalWord: (name) => `Total ${name}` },
  ),
  grouped(
    "Xero, receivable invoice detail by contact",
    ["Invoice Number", "Invoice Date", "Description", "Quantity", "Unit Price (ex)", "Tax", "Net", "Gross"],
    groupsOf(2103, xeroRow),
    { customer: [1], date: [2], "(quantity)": [4], "(price)": [5], amount: [7] },
    {
      above: [["Receivable Invoice Detail"], ["Craft Lane Ltd"], ["For the year ended 31 December 2025"], []],
      totalIn: 7,
      totalWord: (name) => `Total ${name}`,
    },
  ),
  grouped(
    "Pivot of invoices, Spanish, client on the first row of its group",
    ["Cliente", "Fecha", "Factura", "Base imponible", "Total"],
    groupsOf(2104, spanishRow),
    { customer: [1], date: [2], "(order)": [3], amount: [4] },
    { above: [], isOnFirstRow: true },
  ),
  grouped(
    "Invoices by customer with sums, German",
    ["Kunde", "Datum", "Beleg", "Netto", "Brutto"],
    groupsOf(2105, germanRow),
    { customer: [1], date: [2], "(order)": [3], amount: [4] },
    {
      above: [["Umsätze nach Kunden"], []],
      isOnFirstRow: true,
      totalIn: 4,
      totalWord: (name) => `Summe ${name}`,
    },
  ),
  sheetSample({
    source: "QuickBooks, sales by customer by month",
    cells: [
      ["Sales by Customer Summary"],
      ["Craft Lane LLC"],
      ["January - December 2025"],
      [],
      [
        "",
        ..."Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ").map((month) => `${month} 2025`),
        "Total",
      ],
      ...rowsOf(20, 2106, (index, random) => {
        const cells = Array.from({ length: 12 }, () => (random() < 0.3 ? "" : cents(60 + random() * 400)));
        return [firm(index), ...cells, cents(cells.reduce<number>((sum, cell) => sum + Number(cell), 0))];
      }),
      ["TOTAL", ...Array.from({ length: 13 }, (_, index) => 4000 + index * 31)],
    ],
    shape: "cube",
    header: 5,
    last: 25,
    columns: { customer: [1] },
    months: { first: 2, last: 13 },
  }),
];
