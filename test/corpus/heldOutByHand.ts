import type { SentCell } from "../../src/sheet/sentCell";
import { cents, comma, day, dotted, firm, person, rowsOf, type SheetDraft, slashed } from "./sheetSample";

const blankOr = (random: () => number, value: SentCell, share: number): SentCell =>
  random() < share ? "" : value;
const sum = (rows: readonly (readonly SentCell[])[], column: number) =>
  cents(rows.reduce((total, row) => total + (typeof row[column] === "number" ? row[column] : 0), 0));

const shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const frenchMonths = [
  "janv.-24",
  "févr.-24",
  "mars-24",
  "avr.-24",
  "mai-24",
  "juin-24",
  "juil.-24",
  "août-24",
  "sept.-24",
  "oct.-24",
  "nov.-24",
  "déc.-24",
];
const germanMonths = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
];
const italianMonths = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];
const spanishMonths = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
];

const amountsAcross = (count: number, random: () => number) =>
  Array.from({ length: count }, () => blankOr(random, cents(20 + random() * 400), 0.25));

/** A list of months with sums, one table to be read and one beside it. */
const rollForward = rowsOf(24, 3, (index): SentCell[] => {
  const start = 40_000 + index * 1500;
  return [
    `${shortMonths[index % 12]!} ${24 + Math.floor(index / 12)}`,
    start,
    2600,
    900,
    -400,
    -1600,
    start + 1500,
    400 + index * 9,
    31,
    22,
    409 + index * 9,
  ];
});
const cubeByMonth = rowsOf(40, 4, (index, random) => [firm(index), ...amountsAcross(12, random)]);
const cubeFrench = rowsOf(30, 5, (index, random) => [
  `CLI${1000 + index}`,
  firm(index),
  ...amountsAcross(12, random),
]);
const groups = rowsOf(36, 6, (index, random): SentCell[] => [
  index % 3 === 0 ? firm(index / 3) : "",
  { date: day(Math.floor(index / 3) * 9 + (index % 3) * 2) },
  `A-${100 + index}`,
  cents(50 + random() * 500),
]);
const monthlySections = germanMonths.slice(0, 6).flatMap((month, index) => {
  const rows = rowsOf(7, index + 30, (line, random): SentCell[] => [
    dotted(index * 31 + line * 4),
    firm(Math.floor(random() * 15)),
    `Auftrag ${index * 7 + line}`,
    cents(100 + random() * 900),
  ]);
  return [...rows, [`Summe ${month}`, "", "", sum(rows, 3)]];
});
const dutchOrders = rowsOf(45, 12, (index, random): SentCell[] => {
  const [count, price] = [1 + Math.floor(random() * 4), 8 + Math.floor(random() * 60) / 2];
  return [
    slashed(index * 3),
    person(Math.floor(random() * 18)),
    ["Taart", "Brood", "Koek"][index % 3]!,
    count,
    `€ ${comma(price)}`,
    `€ ${comma(count * price)}`,
  ];
});
const withNotes = rowsOf(40, 13, (index, random): SentCell[] => [
  { date: day(index * 4) },
  person(Math.floor(random() * 14)),
  cents(30 + random() * 200),
  ["Karte", "bar", "Rechnung"][index % 3]!,
]).flatMap((row, index) => (index === 14 ? [["Sommerpause, ab September wieder offen"], row] : [row]));
const noHeader = rowsOf(60, 14, (index, random): SentCell[] => [
  `C${1000 + Math.floor(random() * 22)}`,
  { date: day(index * 3) },
  cents(15 + random() * 150),
]);
const swiss = rowsOf(36, 15, (index, random): SentCell[] => [
  `2025-${100 + index}`,
  dotted(index * 5),
  firm(Math.floor(random() * 16)),
  `CHF ${(900 + random() * 4000).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, "'")}`,
  ["bezahlt", "bezahlt", "offen"][index % 3]!,
]);
const english = rowsOf(36, 16, (index, random): SentCell[] => [
  firm(Math.floor(random() * 16)),
  { date: day(index * 5) },
  `£${(900 + random() * 4000).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",")}`,
  index % 9 === 4 ? "chased by phone" : "",
]);
const frenchMembers = rowsOf(44, 17, (index, random): SentCell[] => [
  index + 1,
  person(index),
  slashed(index * 2),
  blankOr(random, slashed(200 + index * 2), 0.6),
  ["Découverte", "Illimité"][index % 2]!,
  `${[29, 59][index % 2]!},00 €`,
]);
const portugueseMonths = rowsOf(18, 18, (index): SentCell[] => [
  `${String((index % 12) + 1).padStart(2, "0")}/${2024 + Math.floor(index / 12)}`,
  `R$ ${comma(50_000 + index * 800)}`,
  300 + index * 5,
  12 + (index % 4),
  7 + (index % 3),
]);
const quarters = rowsOf(12, 19, (index): SentCell[] => [
  `Q${(index % 4) + 1} ${2022 + Math.floor(index / 4)}`,
  120_000 + index * 4000,
  800 + index * 11,
  60 + index,
  38 + (index % 5),
]);
const twoRows = rowsOf(30, 20, (index, random): SentCell[] => [
  1000 + (index % 13),
  firm(index % 13),
  dotted(index * 6),
  comma(100 + random() * 900),
  comma(19 + random() * 90),
  comma(119 + random() * 990),
]);
const besides = rowsOf(30, 21, (index, random): SentCell[] => [
  { date: day(index * 3) },
  person(Math.floor(random() * 11)),
  cents(20 + random() * 90),
  "",
  index < 6 ? ["Ads", "Rent", "Tools", "Fees", "Post", "Other"][index]! : "",
  index < 6 ? 100 + index * 30 : "",
]);
const italian = rowsOf(36, 22, (index, random): SentCell[] => [
  italianMonths[index % 12]!,
  2022 + Math.floor(index / 12),
  ["Facebook", "Google", "Fiere"][index % 3]!,
  cents(400 + random() * 900),
]);
const spanishCube = rowsOf(25, 23, (index, random) => [person(index), ...amountsAcross(9, random)]);
const board: readonly (readonly SentCell[])[] = [
  ["KPI", ...shortMonths.slice(0, 9).map((month) => `${month} 2025`)],
  ["Revenue", ...Array.from({ length: 9 }, (_, m) => 50_000 + m * 900)],
  ["Active customers", ...Array.from({ length: 9 }, (_, m) => 400 + m * 6)],
  ["New customers", ...Array.from({ length: 9 }, (_, m) => 20 + (m % 3))],
  ["Churned customers", ...Array.from({ length: 9 }, (_, m) => 12 + (m % 4))],
  ["Churn rate", ...Array.from({ length: 9 }, (_, m) => 0.03 + m / 1000)],
  ["ARPA", ...Array.from({ length: 9 }, (_, m) => 125 + m)],
];
const boardGerman: readonly (readonly SentCell[])[] = [
  ["Kennzahl", "Einheit", ...germanMonths.map((month) => `${month} 2024`)],
  ["Umsatz", "€", ...germanMonths.map((_, m) => 31_000 + m * 400)],
  ["Bestandskunden", "Anzahl", ...germanMonths.map((_, m) => 210 + m)],
  ["Neukunden", "Anzahl", ...germanMonths.map((_, m) => 9 + (m % 4))],
  ["Kündigungen", "Anzahl", ...germanMonths.map((_, m) => 5 + (m % 3))],
  ["Deckungsbeitrag", "%", ...germanMonths.map((_, m) => 0.4 + m / 100)],
];
const quickBooks = Array.from({ length: 9 }, (_, index): SentCell[][] => [
  [firm(index), "", "", "", "", "", "", ""],
  ...rowsOf(4, index + 70, (line, random): SentCell[] => [
    "",
    slashed(index * 4 + line),
    "Invoice",
    2000 + index * 4 + line,
    "Gardening",
    1 + Math.floor(random() * 3),
    cents(40 + random() * 60),
  ]).map((row) => [...row, cents((row[5] as number) * (row[6] as number))]),
  [`Total for ${firm(index)}`, "", "", "", "", "", "", 640.5],
]).flat();

export const byHand: readonly SheetDraft[] = [
  {
    source: "MRR roll-forward",
    cells: [
      ["MRR movements"],
      [],
      [
        "Month",
        "Starting MRR",
        "New MRR",
        "Expansion MRR",
        "Contraction MRR",
        "Churned MRR",
        "Ending MRR",
        "Customers at start",
        "New logos",
        "Churned logos",
        "Customers at end",
      ],
      ...rollForward,
    ],
    shape: "monthly",
    header: 3,
    columns: {
      period: [1],
      revenue: [2, 7],
      customerCount: [8],
      "(newCustomers)": [9],
      lost: [10],
    },
  },
  {
    source: "Customers across months with totals",
    cells: [
      ["Customer", ...shortMonths.map((month) => `${month} 24`), "Total"],
      ...cubeByMonth.map((row) => [...row, sum([row.slice(1)], 0)]),
      ["Total", ...shortMonths.map((_, m) => sum(cubeByMonth, m + 1)), 99_999],
    ],
    shape: "cube",
    header: 1,
    last: 41,
    columns: { customer: [1] },
    months: { first: 2, last: 13 },
  },
  {
    source: "Customers across months, French",
    cells: [["Code", "Client", ...frenchMonths], ...cubeFrench],
    shape: "cube",
    header: 1,
    columns: { customer: [1, 2] },
    months: { first: 3, last: 14 },
  },
  {
    source: "Customers across months, Spanish",
    cells: [
      ["Ventas por cliente 2024"],
      ["Cliente", ...spanishMonths.map((month) => `${month} 2024`)],
      ...spanishCube,
    ],
    shape: "cube",
    header: 2,
    columns: { customer: [1] },
    months: { first: 2, last: 10 },
  },
  {
    source: "Customer on the first row of its group",
    cells: [["Kunde", "Datum", "Auftrag", "Betrag netto"], ...groups],
    shape: "orders",
    header: 1,
    columns: { customer: [1], date: [2], "(order)": [3], amount: [4] },
  },
  {
    source: "Sums of months between rows, German",
    cells: [["Auftragsliste 2025"], [], ["Datum", "Kunde", "Auftrag", "Umsatz"], ...monthlySections],
    shape: "orders",
    header: 3,
    // The sum of the last month is not a row of the table.
    last: 3 + monthlySections.length - 1,
    columns: { customer: [2], date: [1], "(order)": [3], amount: [4] },
  },
  {
    source: "Bakery orders, Dutch",
    cells: [["Datum", "Naam klant", "Product", "Aantal", "Prijs p/st", "Totaal"], ...dutchOrders],
    shape: "orders",
    header: 1,
    columns: { customer: [2], date: [1], amount: [6], "(quantity)": [4], "(price)": [5], "(segment)": [3] },
  },
  {
    source: "Note between rows, German",
    cells: [["Verkauf"], ["Tag", "Wer", "Betrag", "Zahlung"], ...withNotes],
    shape: "orders",
    header: 2,
    columns: { customer: [2], date: [1], amount: [3] },
  },
  {
    source: "No header",
    cells: noHeader,
    shape: "orders",
    header: undefined,
    columns: { customer: [1], date: [2], amount: [3] },
  },
  {
    source: "Invoices, Swiss",
    cells: [["Rg-Nr", "Rg-Datum", "Kunde", "Betrag", "Stand"], ...swiss],
    shape: "orders",
    header: 1,
    columns: { "(order)": [1], date: [2], customer: [3], amount: [4], "(status)": [5] },
  },
  {
    source: "Invoices, British, with remarks",
    cells: [
      ["Client", "Inv date", "Amount (ex VAT)", "Notes"],
      ...english,
      [],
      ["Paid by BACS unless noted"],
    ],
    shape: "orders",
    header: 1,
    last: 37,
    columns: { customer: [1], date: [2], amount: [3] },
  },
  {
    source: "Members, French",
    cells: [
      ["N°", "Nom et prénom", "Inscrit le", "Résilié le", "Formule", "Tarif mensuel"],
      ...frenchMembers,
    ],
    shape: "subscriptions",
    header: 1,
    columns: { customer: [1, 2], start: [3], end: [4], "(segment)": [5], mrr: [6] },
  },
  {
    source: "Monthly figures, Brazilian",
    cells: [
      ["Mês", "Receita líquida", "Clientes ativos", "Novos clientes", "Cancelamentos"],
      ...portugueseMonths,
    ],
    shape: "monthly",
    header: 1,
    columns: { period: [1], revenue: [2], customerCount: [3], "(newCustomers)": [4], lost: [5] },
  },
  {
    source: "Quarterly figures",
    cells: [["Quarter", "Revenue", "Customers (start)", "Customers won", "Customers lost"], ...quarters],
    shape: "monthly",
    header: 1,
    columns: { period: [1], revenue: [2], customerCount: [3], "(newCustomers)": [4], lost: [5] },
  },
  {
    source: "Invoices with a header of two rows, German",
    cells: [
      ["Kunde", "", "Rechnung", "Betrag", "", ""],
      ["Nr.", "Name", "Datum", "netto", "USt.", "brutto"],
      ...twoRows,
    ],
    shape: "orders",
    header: 2,
    columns: { customer: [1, 2], date: [3], amount: [4] },
  },
  {
    source: "Costs beside the orders",
    cells: [["Date", "Customer", "Amount", "", "Costs", "EUR"], ...besides],
    shape: "orders",
    header: 1,
    columns: { date: [1], customer: [2], amount: [3] },
  },
  {
    source: "Marketing, Italian, month and year apart",
    cells: [["Mese", "Anno", "Canale", "Spesa"], ...italian],
    shape: undefined,
    header: 1,
  },
  {
    source: "Board report, months across",
    cells: board,
    shape: "monthly",
    header: 1,
    last: 10,
    // Rows stand where columns do elsewhere.
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
    source: "Board report, months across, German",
    cells: boardGerman,
    shape: "monthly",
    header: 1,
    first: 3,
    last: 12,
    columns: {
      period: [1],
      revenue: [2],
      customerCount: [3],
      "(newCustomers)": [4],
      lost: [5],
      "(margin)": [6],
    },
  },
  {
    source: "QuickBooks, sales by customer detail",
    cells: [
      ["Garden Company"],
      ["Sales by Customer Detail"],
      ["January - March 2025"],
      [],
      ["", "Date", "Transaction Type", "Num", "Product/Service", "Qty", "Sales Price", "Amount"],
      ...quickBooks,
    ],
    // Nothing was expected of it until formulas could read customers who stand in rows of their own.
    shape: "orders",
    header: 5,
    last: 5 + quickBooks.length - 1,
    columns: { customer: [1], date: [2], "(status)": [3], "(order)": [4], amount: [8] },
  },
];
