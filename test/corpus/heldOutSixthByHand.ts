import type { SentCell } from "../../src/sheet/sentCell";
import { cents, comma, day, dotted, firm, person, rowsOf, type SheetDraft, slashed } from "./sheetSample";

const across = (count: number, random: () => number): SentCell[] =>
  Array.from({ length: count }, () => (random() < 0.3 ? "" : cents(30 + random() * 500)));

const commented: SentCell[][] = [
  ["# Exportado desde Sistema v3.2", "", ""],
  ["# Periodo: 2025-01-01 a 2025-06-30", "", ""],
  ["Fecha", "Cliente", "Importe"],
  ...rowsOf(40, 81, (index, random): SentCell[] => [
    { date: day(index * 3) },
    firm(Math.floor(random() * 14)),
    cents(90 + random() * 700),
  ]),
  [],
  ["TOTAL", "", 16_420.5],
  ["--- Fin del informe", "", ""],
];
const ordersTwice = rowsOf(44, 82, (index, random): SentCell[] =>
  index === 20
    ? ["Order", "Ordered on", "Customer", "Order total"]
    : [
        `#${3000 + index}`,
        day(index * 2),
        person(Math.floor(random() * 15)),
        `$${(20 + random() * 90).toFixed(2)}`,
      ],
);
const narrow = rowsOf(30, 83, (index, random): SentCell[] => [
  person(Math.floor(random() * 10)),
  dotted(index * 6),
  `${comma(25 + random() * 150)}€`,
]);
const wideFigures = rowsOf(24, 84, (index): SentCell[] => [
  { date: new Date(Date.UTC(2024, index + 1, 0)).toISOString().slice(0, 10) },
  48_000 + index * 700,
  -12_000 - index * 100,
  0.75,
  520 + index * 6,
  24 + (index % 5),
  -(14 + (index % 4)),
  530 + index * 6,
  0.028,
]);
const cubeOfPlans = rowsOf(32, 85, (index, random) => [
  1000 + index,
  ["Basic", "Pro"][index % 2]!,
  ["DE", "AT", "CH"][index % 3]!,
  ...across(14, random),
]);
const cubeDots = rowsOf(30, 86, (index, random) => [firm(index), ...across(12, random)]);
const swissFrench = rowsOf(36, 87, (index, random): SentCell[] => [
  dotted(index * 4),
  `Fact. ${900 + index}`,
  firm(Math.floor(random() * 13)),
  `CHF ${(150 + random() * 900).toFixed(2)}`,
  index % 6 === 5 ? "ouverte" : "payée",
]);
const lessons = rowsOf(40, 88, (index, random): SentCell[] => [
  slashed(index * 3),
  person(Math.floor(random() * 9)),
  [45, 60][index % 2]!,
  [30, 38][index % 2]!,
  index % 8 === 7 ? "" : "x",
]);
const portuguese = rowsOf(30, 89, (index, random): SentCell[] => [
  index + 1,
  person(index),
  slashed(index * 4),
  random() < 0.7 ? "" : slashed(index * 4 + 150),
  `${[19, 29][index % 2]!},90 €`,
]);
const dutchMonths = rowsOf(18, 90, (index): SentCell[] => [
  `${["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"][index % 12]!} ${2024 + Math.floor(index / 12)}`,
  `€ ${(23_000 + index * 310).toLocaleString("nl-NL")}`,
  240 + index * 3,
  12,
  9,
]);
const stock = rowsOf(30, 91, (index, random): SentCell[] => [
  `A-${100 + index}`,
  ["Mug", "Shirt", "Poster"][index % 3]!,
  Math.floor(random() * 60),
  cents(3 + random() * 20),
  cents(100 + random() * 900),
]);
const budget: readonly (readonly SentCell[])[] = [
  ["Posten", "Jan 2025", "Feb 2025", "Mär 2025", "Apr 2025", "Mai 2025", "Summe"],
  ["Miete", 1200, 1200, 1200, 1200, 1200, 6000],
  ["Strom", 140, 138, 130, 120, 110, 638],
  ["Versicherungen", 300, 0, 0, 300, 0, 600],
  ["Gehälter", 9000, 9000, 9200, 9200, 9200, 45_600],
];

export const byHandAtLast: readonly SheetDraft[] = [
  {
    source: "Report with comments above and below, Spanish",
    cells: commented,
    shape: "orders",
    header: 3,
    last: 43,
    columns: { date: [1], customer: [2], amount: [3] },
  },
  {
    source: "Header once more in the middle",
    cells: [["Order", "Ordered on", "Customer", "Order total"], ...ordersTwice],
    shape: "orders",
    header: 1,
    columns: { "(order)": [1], date: [2], customer: [3], amount: [4] },
  },
  {
    source: "Three columns, German, headers with signs",
    cells: [["Kunde:", "Datum:", "Betrag (€):"], ...narrow],
    shape: "orders",
    header: 1,
    columns: { customer: [1], date: [2], amount: [3] },
  },
  {
    source: "Figures of a board, month ends, losses below zero",
    cells: [
      [
        "Month end",
        "Revenue",
        "COGS",
        "Gross margin %",
        "Customers BOP",
        "New",
        "Churned",
        "Customers EOP",
        "Churn %",
      ],
      ...wideFigures,
    ],
    shape: "monthly",
    header: 1,
    columns: {
      period: [1],
      revenue: [2],
      "(margin)": [4],
      customerCount: [5],
      "(newCustomers)": [6],
      // Counts below 0 are of no use; the rate is there.
      "(lost)": [7],
      "(churnRate)": [9],
    },
  },
  {
    source: "Accounts by month with plan and country",
    cells: [
      [
        "Account ID",
        "Plan",
        "Country",
        ...Array.from(
          { length: 14 },
          (_, m) => `${2024 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`,
        ),
      ],
      ...cubeOfPlans,
    ],
    shape: "cube",
    header: 1,
    columns: { customer: [1], "(segment)": [2, 3] },
    months: { first: 4, last: 17 },
  },
  {
    source: "Firms by month, German dots",
    cells: [
      ["Umsätze je Kunde", ...Array.from({ length: 12 }, () => "")],
      ["Kunde", ...Array.from({ length: 12 }, (_, m) => `${String(m + 1).padStart(2, "0")}.2024`)],
      ...cubeDots,
    ],
    shape: "cube",
    header: 2,
    columns: { customer: [1] },
    months: { first: 2, last: 13 },
  },
  {
    source: "Invoices, Swiss French",
    cells: [["Date", "Facture", "Client", "Montant", "État"], ...swissFrench],
    shape: "orders",
    header: 1,
    columns: { date: [1], "(order)": [2], customer: [3], amount: [4], "(status)": [5] },
  },
  {
    source: "Piano lessons, French",
    cells: [["Date du cours", "Élève", "Durée (min)", "Prix", "Réglé"], ...lessons],
    shape: "orders",
    header: 1,
    columns: { date: [1], customer: [2], amount: [4] },
  },
  {
    source: "Pupils of a school, Portuguese",
    cells: [["Nº", "Aluno", "Data de inscrição", "Data de saída", "Mensalidade (€)"], ...portuguese],
    shape: "subscriptions",
    header: 1,
    columns: { customer: [1, 2], start: [3], end: [4], mrr: [5] },
  },
  {
    source: "Monthly figures, Dutch, text",
    cells: [["Maand", "Omzet excl. btw", "Klanten begin", "Erbij", "Eraf"], ...dutchMonths],
    shape: "monthly",
    header: 1,
    columns: { period: [1], revenue: [2], customerCount: [3], "(newCustomers)": [4], lost: [5] },
  },
  {
    source: "Stock with values",
    cells: [["Item no.", "Item", "In stock", "Unit cost", "Stock value"], ...stock],
    shape: undefined,
    header: 1,
  },
  { source: "Household of a firm by month, German", cells: budget, shape: undefined, header: 1 },
];
