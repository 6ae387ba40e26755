import type { SentCell } from "../../src/sheet/sentCell";
import type { Sample } from "./sample";
import {
  cents,
  comma,
  day,
  dotted,
  firm,
  person,
  rowsOf,
  type SheetDraft,
  sheetSample,
  slashed,
} from "./sheetSample";

const monthsOf = "jan feb mrt apr mei jun jul aug sep okt nov dec".split(" ");
const french = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" ");
const spanish =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");

const coworking = monthsOf.map((month, at): SentCell[] => [
  `${month} 2025`,
  64 + at,
  3 + (at % 3),
  2,
  66 + at,
  `€ ${comma(12_000 + at * 130)}`,
  "72%",
  `€ ${comma(250 + at * 10)}`,
]);

/** Spaces stand between thousands. */
const spaced = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, " ");
const investors: readonly (readonly SentCell[])[] = [
  ["Reporting investisseurs 2025"],
  ["", ...french.map((month) => `${month} 25`)],
  ["Objectif MRR (€)", ...french.map(() => spaced(30_000))],
  ["MRR fin de mois (€)", ...french.map((_, at) => spaced(21_000 + at * 900))],
  ["Clients début de mois", ...french.map((_, at) => 118 + at * 5)],
  ["Nouveaux clients", ...french.map((_, at) => 9 + (at % 4))],
  ["Clients perdus", ...french.map((_, at) => 3 + (at % 3))],
];

const targets = spanish.flatMap((month, at): SentCell[][] => {
  const row = [`${month} 2024`, 21_000, comma(22_000 + at * 90), 410 + at * 4, 20 + (at % 5), 14 + (at % 4)];
  return at % 3 === 2 ? [row, [`${Math.ceil(at / 3)}º trim.`, 63_000, comma(66_000), "", 66, 45]] : [row];
});

const board = ["Dec-24", "Nov-24", "Oct-24", "Q4", "Sep-24", "Aug-24", "Jul-24", "Q3"];
const accounts = rowsOf(14, 121, (index, random): SentCell[] => {
  const amounts = board.map((month, at) =>
    index % 5 === 0 && at < 4 && month !== "Q4"
      ? "–"
      : `$${(4000 + Math.floor(random() * 9000)).toLocaleString("en")}`,
  );
  return [firm(index), "JT", ["East", "West"][index % 2]!, ...amounts];
});

const courses = rowsOf(24, 122, (index): SentCell[] => [
  person(index).split(" ")[1]!,
  `p${index % 13}@x.org`,
  `DOSS-${index + 100}`,
  "Anglais professionnel",
  slashed(index * 9),
  slashed(index * 9 + 4),
  1500,
  index % 7 === 3 ? "Annulé" : "Validé",
]);

const movements = rowsOf(40, 123, (index, random): SentCell[] => {
  const mrr = cents(900 + random() * 400);
  const month = `2025-${String(1 + (index % 8)).padStart(2, "0")}-01`;
  return [index + 1, 100 + Math.floor(index / 8), month, mrr, 0, index % 8 === 3 ? 40.5 : 0, 0, mrr];
});

const campaigns = rowsOf(16, 124, (index, random): SentCell[] => [
  dotted(index * 15),
  dotted(index * 15 + 14),
  ["Facebook", "Google"][index % 2]!,
  `Saldi ${index}`,
  comma(300 + random() * 900),
]);

const ownShops = rowsOf(30, 125, (index, random): SentCell[] => [
  ["SO BEBE", "SO CASA"][index % 2]!,
  3811 + index,
  slashed(index * 5),
  person(index % 11),
  ["Entregue", "Enviado"][index % 2]!,
  cents(80 + random() * 300),
]);

const pipeline = rowsOf(22, 126, (index, random): SentCell[] => [
  `Project ${index}`,
  firm(index % 8),
  ["Contacted", "Deal Closed", "Proposal Sent", "Negotiation"][index % 4]!,
  Math.round(1000 + random() * 9000),
  day(index * 11),
]);

const books: readonly (readonly SentCell[])[] = [
  ["Account", "Jan", "Feb", "Mar", "Apr"],
  ...["4000 Food sales", "4100 Bar sales", "5000 Food cost", "6400 Rent", "6500 Utilities", "Net profit"].map(
    (line, at): SentCell[] => [line, 9000.5 + at, 8000 + at, 8700 + at, 8600 + at],
  ),
];

const drafts: readonly SheetDraft[] = [
  {
    source: "Months of a coworking space with what ads cost, Dutch",
    cells: [
      [
        "Maand",
        "Leden begin",
        "Nieuwe leden",
        "Opzeggingen",
        "Leden eind",
        "Omzet excl. btw",
        "Bezetting",
        "Advertentiekosten",
      ],
      ...coworking,
    ],
    shape: "monthly",
    header: 1,
    columns: { period: [1], revenue: [6], customerCount: [2, 5], lost: [4], "(newCustomers)": [3] },
  },
  {
    source: "Figures for investors across, with a target, French",
    cells: investors,
    shape: "monthly",
    header: 1,
    first: 2,
    last: 13,
    // Rows stand where columns do elsewhere.
    columns: { period: [2], revenue: [4], customerCount: [5], "(newCustomers)": [6], lost: [7] },
  },
  {
    source: "Figures with targets and rows of quarters, Spanish",
    cells: [
      ["Mes", "Objetivo ventas (€)", "Ventas reales (€)", "Socios inicio", "Altas", "Bajas"],
      ...targets,
    ],
    shape: "monthly",
    header: 1,
    columns: { period: [1], revenue: [3], customerCount: [4], "(newCustomers)": [5], lost: [6] },
  },
  {
    source: "Revenue by account, newest month first, with quarters between",
    cells: [["Account", "AM", "Region", ...board], ...accounts],
    shape: "cube",
    header: 1,
    columns: { customer: [1], "(segment)": [3] },
    months: { first: 4, last: 10 },
  },
  {
    source: "Courses that last for days, French",
    cells: [
      ["Nom", "Email", "N° Dossier", "Intitulé", "Date de début", "Date de fin", "Prix", "Statut"],
      ...courses,
    ],
    shape: "orders",
    header: 1,
    columns: { customer: [1, 2], date: [5, 6], amount: [7], status: [8], "(order)": [3] },
  },
  {
    source: "Movements of MRR by account and month",
    cells: [
      [
        "revenue_id",
        "account_id",
        "revenue_month",
        "starting_mrr",
        "new_mrr",
        "expansion_mrr",
        "churn_mrr",
        "ending_mrr",
      ],
      ...movements,
    ],
    shape: "orders",
    header: 1,
    columns: { customer: [2], date: [3], amount: [8], "(order)": [1] },
  },
  {
    source: "Campaigns with an amount each, Italian",
    cells: [["data inizio", "data fine", "fonte", "campagna", "importo"], ...campaigns],
    shape: "spend",
    header: 1,
    columns: { period: [1, 2], spend: [5], "(segment)": [3, 4] },
  },
  {
    source: "Orders of several shops of one owner, Portuguese",
    cells: [["empresa", "numero_pedido", "data_pedido", "cliente", "situacao", "total_pedido"], ...ownShops],
    shape: "orders",
    header: 1,
    columns: { customer: [4], date: [3], amount: [6], "(status)": [5], "(order)": [2] },
  },
  {
    source: "Deals of which one stage is closed",
    cells: [["Deal Name", "Company", "Stage", "Value (INR)", "Expected Date"], ...pipeline],
    shape: "deals",
    header: 1,
    columns: { customer: [2], date: [5], amount: [4], status: [3], "(order)": [1] },
  },
  { source: "Profit and loss by month", cells: books, shape: undefined, header: 1 },
];

export const heldOutTwelfth = (): Sample[] => drafts.map(sheetSample);
