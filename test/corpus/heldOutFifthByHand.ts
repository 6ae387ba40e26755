import type { SentCell } from "../../src/sheet/sentCell";
import { cents, comma, day, dotted, firm, person, rowsOf, type SheetDraft, slashed } from "./sheetSample";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const germanShort = ["Jän", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sept", "Okt", "Nov", "Dez"];
const across = (count: number, random: () => number): SentCell[] =>
  Array.from({ length: count }, () => (random() < 0.25 ? 0 : cents(30 + random() * 500)));

const nameOnce = rowsOf(40, 61, (index, random): SentCell[] => [
  index % 4 === 0 ? firm(index / 4) : "",
  `R-${200 + index}`,
  slashed(index * 5),
  `€ ${comma(120 + random() * 900)}`,
]);
const yearly = Array.from({ length: 3 }, (_, year): SentCell[][] => [
  [`Year ${2023 + year}`, "", "", ""],
  ...rowsOf(12, 62 + year, (index, random): SentCell[] => [
    { date: day(index * 30 - 700 + year * 365) },
    person(Math.floor(random() * 10)),
    cents(60 + random() * 200),
    index % 5 === 2 ? "cash" : "card",
  ]),
]).flat();
const cubeAustrian = rowsOf(30, 66, (index, random) => [firm(index), ...across(12, random)]);
const cubeQuarters = rowsOf(26, 67, (index, random) => [firm(index), "Retail", ...across(8, random)]);
const kpiRows = rowsOf(20, 68, (index): SentCell[] => [
  `${months[index % 12]!}-${24 + Math.floor(index / 12)}`,
  `$${(52_000 + index * 850).toLocaleString("en-US")}`,
  640 + index * 7,
  `${(3.1 + (index % 4) / 10).toFixed(1)}%`,
  "68%",
]);
const saas = rowsOf(18, 69, (index): SentCell[] => [
  { date: new Date(Date.UTC(2024, index, 1)).toISOString().slice(0, 10) },
  30_000 + index * 900,
  210 + index * 4,
  15 + (index % 3),
  9 + (index % 4),
  214 + index * 4,
]);
const french = rowsOf(24, 70, (index): SentCell[] => [
  `${["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"][index % 12]!} ${2023 + Math.floor(index / 12)}`,
  `${(18_000 + index * 240).toLocaleString("fr-FR")} €`,
  150 + index,
  11,
  6 + (index % 3),
]);
const gym = rowsOf(40, 71, (index, random): SentCell[] => [
  person(index),
  dotted(index * 6),
  random() < 0.7 ? "laufend" : dotted(index * 6 + 200),
  ["Flex", "Jahr"][index % 2]!,
  `${[39, 29][index % 2]!},90`,
]);
const withTitleBlock: SentCell[][] = [
  ["Firma Beispiel GmbH", "", "", "", ""],
  ["Umsatzliste vom", dotted(0), "bis", dotted(200), ""],
  ["Erstellt:", "Lea", "", "", ""],
  [],
  ["Pos", "Rechnungs-Nr", "vom", "Kunde", "Nettosumme"],
  ...rowsOf(34, 72, (index, random): SentCell[] => [
    index + 1,
    `RG${500 + index}`,
    dotted(index * 5),
    firm(Math.floor(random() * 12)),
    cents(90 + random() * 1500),
  ]),
  [],
  ["", "", "", "Gesamt", 28_411.2],
];
const spend = rowsOf(36, 73, (index): SentCell[] => [
  `${String((index % 12) + 1).padStart(2, "0")}.${2023 + Math.floor(index / 12)}`,
  ["Google", "Meta", "Messe"][index % 3]!,
  `${comma(700 + index * 13)} €`,
  4 + (index % 5),
]);
const transactionsOnly = rowsOf(50, 74, (index, random): SentCell[] => [
  day(index * 2),
  `K${100 + Math.floor(random() * 17)}`,
  comma(12 + random() * 80),
]);
const forecast: readonly (readonly SentCell[])[] = [
  ["Forecast 2025", ...months.map((month) => `${month} 25`)],
  ["Salaries", ...months.map(() => 21_000)],
  ["Rent", ...months.map(() => 2400)],
  ["Software", ...months.map((_, index) => 600 + index * 10)],
  ["Marketing", ...months.map((_, index) => 1500 + index * 40)],
];

export const byHandLast: readonly SheetDraft[] = [
  {
    source: "Firm on the first row of its invoices, Italian",
    cells: [["Cliente", "Fattura", "Data", "Importo"], ...nameOnce],
    shape: "orders",
    header: 1,
    columns: { customer: [1], "(order)": [2], date: [3], amount: [4] },
  },
  {
    source: "Years as headings between rows",
    cells: [["Date", "Client", "Paid", "How"], ...yearly],
    shape: "orders",
    header: 1,
    first: 3,
    columns: { date: [1], customer: [2], amount: [3] },
  },
  {
    source: "Customers by month, Austrian",
    cells: [["Firma", ...germanShort.map((month) => `${month} 2024`)], ...cubeAustrian],
    shape: "cube",
    header: 1,
    columns: { customer: [1] },
    months: { first: 2, last: 13 },
  },
  {
    source: "Customers by quarter",
    cells: [
      [
        "Client",
        "Segment",
        ...Array.from({ length: 8 }, (_, q) => `Q${(q % 4) + 1} ${2023 + Math.floor(q / 4)}`),
      ],
      ...cubeQuarters,
    ],
    // Quarters are no months: nothing may be made of them in silence.
    shape: undefined,
    header: 1,
  },
  {
    source: "Figures by month with signs",
    cells: [["Month", "Revenue", "Customers", "Churn", "Gross margin"], ...kpiRows],
    shape: "monthly",
    header: 1,
    columns: { period: [1], revenue: [2], customerCount: [3], churnRate: [4], "(margin)": [5] },
  },
  {
    source: "Board figures",
    cells: [
      ["Board pack"],
      [],
      ["Month", "Total revenue", "Opening customers", "Adds", "Losses", "Closing customers"],
      ...saas,
    ],
    shape: "monthly",
    header: 3,
    columns: { period: [1], revenue: [2], customerCount: [3], "(newCustomers)": [4], lost: [5] },
  },
  {
    source: "Monthly figures, French, text",
    cells: [["Mois", "CA HT", "Clients début de mois", "Nouveaux", "Perdus"], ...french],
    shape: "monthly",
    header: 1,
    columns: { period: [1], revenue: [2], customerCount: [3], "(newCustomers)": [4], lost: [5] },
  },
  {
    source: "Gym members with words for an end, German",
    cells: [["Mitglied", "Beginn", "Ende", "Tarif", "Monatsbeitrag"], ...gym],
    shape: "subscriptions",
    header: 1,
    columns: { customer: [1], start: [2], end: [3], "(segment)": [4], mrr: [5] },
  },
  {
    source: "List of sales below a block of titles, German",
    cells: withTitleBlock,
    shape: "orders",
    header: 5,
    last: 39,
    columns: { "(order)": [2], date: [3], customer: [4], amount: [5] },
  },
  {
    source: "Spend by channel, German, text",
    cells: [["Monat", "Kanal", "Budget verbraucht", "Neukunden"], ...spend],
    shape: "spend",
    header: 1,
    columns: { period: [1], "(segment)": [2], spend: [3], "(newCustomers)": [4] },
  },
  {
    source: "Three columns without a header, text",
    cells: transactionsOnly,
    shape: "orders",
    header: undefined,
    columns: { date: [1], customer: [2], amount: [3] },
  },
  { source: "Costs by month across", cells: forecast, shape: undefined, header: 1 },
];
