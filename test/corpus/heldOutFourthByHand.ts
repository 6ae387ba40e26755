import type { SentCell } from "../../src/sheet/sentCell";
import { cents, comma, day, dotted, firm, person, rowsOf, type SheetDraft, slashed } from "./sheetSample";

const dutchMonths = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const portugueseMonths = ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"];
const italianMonths = ["Gennaio", "Febbraio", "Marzo", "Aprile", "Maggio", "Giugno"];

const across = (count: number, random: () => number): SentCell[] =>
  Array.from({ length: count }, () => (random() < 0.3 ? "" : cents(30 + random() * 500)));
const total = (row: readonly SentCell[]) =>
  cents(row.reduce((sum: number, cell) => sum + (typeof cell === "number" ? cell : 0), 0));

const weeks = rowsOf(40, 41, (index): SentCell[] => [
  { date: day(index * 7) },
  12_000 + index * 90,
  310 + index,
  14 + (index % 5),
  8 + (index % 4),
]);
const dutchCube = rowsOf(34, 42, (index, random) => {
  const amounts = across(12, random);
  return [10_001 + index, firm(index), ["Noord", "Zuid"][index % 2]!, ...amounts, total(amounts)];
});
const portugueseCube = rowsOf(28, 43, (index, random) => [
  person(index),
  ...Array.from({ length: 12 }, (): SentCell => (random() < 0.3 ? "-" : `R$ ${comma(40 + random() * 1500)}`)),
]);
const datesAcross = rowsOf(30, 44, (index, random) => [firm(index), ...across(18, random)]);
const italianMonthsBeside = italianMonths.flatMap((month, index) =>
  rowsOf(6, 45 + index, (line, random): SentCell[] => [
    line === 0 ? month : "",
    slashed(index * 30 + line * 4),
    firm(Math.floor(random() * 12)),
    cents(80 + random() * 600),
  ]),
);
const germanYears = rowsOf(24, 51, (index): SentCell[] => [
  dotted(index * 30).slice(3),
  `${comma(21_000 + index * 300)} €`,
  180 + index * 2,
  9 + (index % 3),
  4 + (index % 3),
  `${(2.1 + (index % 4) / 10).toFixed(1).replace(".", ",")} %`,
]);
const twoHeaders = rowsOf(32, 52, (index, random): SentCell[] => [
  `F${2025_000 + index}`,
  slashed(index * 5),
  firm(Math.floor(random() * 14)),
  cents(100 + random() * 700),
  cents(20 + random() * 100),
  ["Oui", "Non"][index % 4 === 3 ? 1 : 0]!,
]);
const orders = rowsOf(30, 53, (index, random): SentCell[] => [
  { date: day(index * 4) },
  person(Math.floor(random() * 12)),
  cents(25 + random() * 180),
]);
const besideSummary = orders.map((row, index): SentCell[] => [
  ...row,
  "",
  index < 4 ? `2025-0${index + 1}` : "",
  index < 4 ? 1800 + index * 100 : "",
]);
const below: SentCell[][] = [
  ["Month", "Ad spend", "Channel"],
  ...rowsOf(12, 54, (index): SentCell[] => [
    `2025-${String(index + 1).padStart(2, "0")}`,
    900 + index * 12,
    "Google",
  ]),
];
const noHeaderSubscribers = rowsOf(50, 55, (index, random): SentCell[] => [
  `user${index}@example.com`,
  { date: day(index * 3) },
  random() < 0.6 ? "" : { date: day(index * 3 + 90) },
  [9.9, 29.9][index % 2]!,
]);
const invoicesByYear = rowsOf(40, 56, (index, random): SentCell[] => [
  `25/${String(index + 1).padStart(3, "0")}`,
  dotted(index * 4),
  firm(Math.floor(random() * 13)),
  `${comma(300 + random() * 2500)} €`,
  index % 7 === 5 ? "" : dotted(index * 4 + 20),
]);
const kpiFrench: readonly (readonly SentCell[])[] = [
  ["Indicateur", "T1 2024", "T2 2024", "T3 2024", "T4 2024"],
  ["Chiffre d'affaires", 41_000, 43_500, 47_000, 52_000],
  ["Clients actifs", 310, 322, 330, 347],
  ["Nouveaux clients", 25, 31, 22, 36],
  ["Clients perdus", 13, 14, 19, 12],
];
const kpiSpanish: readonly (readonly SentCell[])[] = [
  ["", ...["ene", "feb", "mar", "abr", "may", "jun"].map((month) => `${month}-25`)],
  ["Ingresos", 9100, 9300, 9250, 9600, 9900, 10_050],
  ["Clientes", 80, 82, 81, 85, 88, 90],
  ["Altas", 6, 5, 4, 8, 7, 6],
  ["Bajas", 3, 4, 4, 4, 4, 3],
];
/** Their rows stand where columns do elsewhere. */
const figuresAcross = {
  shape: "monthly",
  header: 1,
  columns: { period: [1], revenue: [2], customerCount: [3], "(newCustomers)": [4], lost: [5] },
} as const;
const cashBook = rowsOf(40, 57, (index, random): SentCell[] => [
  dotted(index * 2),
  ["Miete", "Wareneinkauf", "Tageseinnahme", "Porto"][index % 4]!,
  index % 4 === 2 ? cents(200 + random() * 400) : "",
  index % 4 === 2 ? "" : cents(20 + random() * 300),
  cents(3000 + random() * 100),
]);

export const byHandLater: readonly SheetDraft[] = [
  {
    source: "Weekly figures",
    cells: [["Week of", "Revenue", "Active customers", "New", "Churned"], ...weeks],
    shape: "monthly",
    header: 1,
    columns: { period: [1], revenue: [2], customerCount: [3], "(newCustomers)": [4], lost: [5] },
  },
  {
    source: "Customers by month with regions, Dutch",
    cells: [
      ["Omzet per klant 2024"],
      [],
      ["Klantnr", "Klantnaam", "Regio", ...dutchMonths.map((month) => `${month}-24`), "Totaal"],
      ...dutchCube,
    ],
    shape: "cube",
    header: 3,
    columns: { customer: [1, 2], "(segment)": [3] },
    months: { first: 4, last: 15 },
  },
  {
    source: "Customers by month, Brazilian, amounts as text",
    cells: [["Cliente", ...portugueseMonths.map((month) => `${month}/24`)], ...portugueseCube],
    shape: "cube",
    header: 1,
    columns: { customer: [1] },
    months: { first: 2, last: 13 },
  },
  {
    source: "Accounts by month, dates across",
    cells: [
      [
        "Account",
        ...Array.from({ length: 18 }, (_, m) => ({
          date: new Date(Date.UTC(2024, m, 1)).toISOString().slice(0, 10),
        })),
      ],
      ...datesAcross,
    ],
    shape: "cube",
    header: 1,
    columns: { customer: [1] },
    months: { first: 2, last: 19 },
  },
  {
    source: "Month on the first row of its group, Italian",
    cells: [["Mese", "Data", "Cliente", "Importo"], ...italianMonthsBeside],
    shape: "orders",
    header: 1,
    columns: { customer: [3], date: [2], amount: [4] },
  },
  {
    source: "Monthly figures, German, text",
    cells: [["Monat", "Umsatz netto", "Kunden", "Zugänge", "Abgänge", "Abwanderungsrate"], ...germanYears],
    shape: "monthly",
    header: 1,
    columns: {
      period: [1],
      revenue: [2],
      customerCount: [3],
      "(newCustomers)": [4],
      lost: [5],
      "(churnRate)": [6],
    },
  },
  {
    source: "Invoices with a header of two rows, French",
    cells: [
      ["", "", "", "Montants", "", ""],
      ["N° de facture", "Émise le", "Client", "HT", "TVA", "Payée"],
      ...twoHeaders,
    ],
    shape: "orders",
    header: 2,
    columns: { "(order)": [1], date: [2], customer: [3], amount: [4], "(status)": [6] },
  },
  {
    source: "Orders with a summary beside them",
    cells: [["Date", "Customer", "Amount", "", "Month", "Sum"], ...besideSummary],
    shape: "orders",
    header: 1,
    columns: { date: [1], customer: [2], amount: [3] },
  },
  {
    source: "Spend below a heading, after notes",
    cells: [["Marketing 2025"], ["figures from the agency, net"], [], ...below],
    shape: "spend",
    header: 4,
    columns: { period: [1], spend: [2], "(segment)": [3] },
  },
  {
    source: "Subscribers without a header",
    cells: noHeaderSubscribers,
    shape: "subscriptions",
    header: undefined,
    columns: { customer: [1], start: [2], end: [3], mrr: [4] },
  },
  {
    source: "Invoices, German, short headers",
    cells: [["RNr", "Dat.", "Kd.", "Betr. netto", "bez."], ...invoicesByYear],
    shape: "orders",
    header: 1,
    columns: { "(order)": [1], date: [2], customer: [3], amount: [4] },
  },
  { source: "Figures by quarter across, French", cells: kpiFrench, ...figuresAcross, last: 5 },
  { source: "Figures by month across, Spanish", cells: kpiSpanish, ...figuresAcross, last: 7 },
  {
    source: "Cash book, German",
    cells: [["Datum", "Text", "Einnahme", "Ausgabe", "Bestand"], ...cashBook],
    shape: undefined,
    header: 1,
  },
];
