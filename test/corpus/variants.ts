import type { SentCell } from "../../src/sheet/sentCell";
import type { Meaning } from "../../src/recognition";
import { seeded } from "../support/orders";
import { type Draft, draftOf, type Sample, sampleOf, type Source } from "./sample";

const languages = ["de", "fr", "es", "it", "pt", "nl"] as const;

/** What people call a column, in the order of the languages. */
const synonyms: Readonly<Partial<Record<Meaning, readonly string[]>>> = {
  customer: ["Kunden-Nr.", "Numéro de client", "Cliente", "Codice cliente", "Cliente", "Klantnummer"],
  date: ["Datum", "Date de facture", "Fecha", "Data ordine", "Data do pedido", "Factuurdatum"],
  amount: [
    "Betrag (netto) in €",
    "Montant HT",
    "Importe neto (€)",
    "Importo netto [EUR]",
    "Valor líquido",
    "Nettobedrag",
  ],
  quantity: ["Menge", "Quantité", "Cantidad", "Quantità", "Quantidade", "Aantal"],
  price: [
    "Einzelpreis",
    "Prix unitaire",
    "Precio unitario",
    "Prezzo unitario",
    "Preço unitário",
    "Stukprijs",
  ],
  start: [
    "Vertragsbeginn",
    "Date de début",
    "Fecha de inicio",
    "Data inizio",
    "Data de início",
    "Startdatum",
  ],
  end: ["Kündigungsdatum", "Date de fin", "Fecha de baja", "Data fine", "Data de cancelamento", "Einddatum"],
  period: ["Monat", "Mois", "Mes", "Mese", "Mês", "Maand"],
  revenue: ["Umsatz [EUR]", "Chiffre d'affaires", "Ingresos", "Fatturato", "Receita", "Omzet"],
  customerCount: [
    "Kunden zu Beginn",
    "Clients au début",
    "Clientes al inicio",
    "Clienti a inizio mese",
    "Clientes no início",
    "Klanten aan begin",
  ],
  lost: [
    "Verlorene Kunden",
    "Clients perdus",
    "Clientes perdidos",
    "Clienti persi",
    "Clientes perdidos",
    "Verloren klanten",
  ],
  spend: [
    "Werbekosten",
    "Dépenses publicitaires",
    "Gasto en publicidad",
    "Spesa pubblicitaria",
    "Custo de marketing",
    "Advertentiekosten",
  ],
  orderCount: [
    "Anzahl Bestellungen",
    "Nombre de commandes",
    "Número de pedidos",
    "Numero ordini",
    "Número de pedidos",
    "Aantal bestellingen",
  ],
  status: ["Status", "Statut", "Estado", "Stato", "Estado", "Status"],
};

/** Every sample of a source: as it comes, and as people change it. */
export function samplesOf(source: Source, index: number): Sample[] {
  const draft = draftOf(source, index + 1);
  return [
    sampleOf(draft, "as it comes"),
    sampleOf(shuffled(draft, index + 1), "shuffled"),
    sampleOf(renamed(draft, index), `renamed, ${languages[index % 6]!}`),
    sampleOf(renamed(draft, index + 2), `renamed, ${languages[(index + 2) % 6]!}`),
    sampleOf(draft, "below a title", { above: titles[index % titles.length]!, left: index % 3 }),
    sampleOf(dirty(draft, index), "dirty", { below: totals(draft, index) }),
    sampleOf(asText(draft, german), "as text, de"),
    sampleOf(asText(draft, american), "as text, en_US"),
  ];
}

const titles: readonly (readonly (readonly SentCell[])[])[] = [
  [["Revenue 2025"], []],
  [["ACME Ltd"], ["Created on", { date: "2026-02-01" }], []],
  [[], ["Auswertung"], ["nur interne Verwendung"]],
];

function shuffled({ source, columns, rows }: Draft, seed: number): Draft {
  const random = seeded(seed);
  const months = columns.flatMap(({ cells }, index) => (cells === "monthly" ? [index] : []));
  const order = columns.map((_, index) => ({ index, key: random() }));
  const sorted = order.sort((a, b) => a.key - b.key).map(({ index }) => index);
  const final = sorted.filter((index) => !months.includes(index)).concat(months);
  return {
    source,
    columns: final.map((index) => columns[index]!),
    rows: rows.map((row) => final.map((index) => row[index]!)),
  };
}

function renamed({ source, columns, rows }: Draft, language: number): Draft {
  const done = new Set<Meaning>();
  return {
    source,
    rows,
    columns: columns.map((column) => {
      const name = column.meaning && synonyms[column.meaning]?.[language % 6];
      if (name === undefined || done.has(column.meaning!)) return column;
      done.add(column.meaning!);
      return { ...column, header: name };
    }),
  };
}

/** A blank row, blank cells, and text where an amount is due. */
function dirty({ source, columns, rows }: Draft, seed: number): Draft {
  const random = seeded(seed + 100);
  const spoilt = rows.map((row, index) =>
    row.map((cell, column): SentCell => {
      const chance = random();
      if (index < 2 || index > rows.length - 3) return cell;
      if (chance < 0.02) return "";
      return chance > 0.98 && typeof cell === "number" && columns[column]!.meaning ? "n/a" : cell;
    }),
  );
  const blank = columns.map(() => "");
  const middle = Math.floor(rows.length / 2);
  return { source, columns, rows: [...spoilt.slice(0, middle), blank, ...spoilt.slice(middle)] };
}

/** A row of sums in the language of the sheet, directly below or after a blank row. */
function totals({ columns, rows }: Draft, index: number): SentCell[][] {
  const label = ["Total", "Summe", "Gesamt", "Somme", "Totale", "Totaal", "Grand Total"][index % 7]!;
  const sums = columns.map((_, column): SentCell => {
    const numbers = rows.map((row) => row[column]!).filter((cell) => typeof cell === "number");
    return numbers.length > rows.length / 2 && numbers.some((number) => !Number.isInteger(number))
      ? Math.round(numbers.reduce((sum, number) => sum + number, 0) * 100) / 100
      : "";
  });
  if (sums.every((cell) => cell === "")) return [];
  const place = sums.findIndex((cell) => cell === "");
  const row = sums.map((cell, column) => (column === place ? label : cell));
  return index % 2 === 0 ? [row] : [[], row];
}

const grouped = (number: number, thousands: string, decimal: string) =>
  number
    .toFixed(2)
    .replace(".", decimal)
    .replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
const german = {
  amount: (number: number) => grouped(number, ".", ","),
  date: (iso: string) => iso.split("-").reverse().join("."),
};
const american = {
  amount: (number: number) => `$${grouped(number, ",", ".")}`.replace("$-", "-$"),
  date: (iso: string) => `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`,
};

/** As a file looks that was opened in a spreadsheet of another country: dates and amounts stay text. */
function asText({ source, columns, rows }: Draft, notation: typeof german): Draft {
  const turned = rows.map((row) =>
    row.map((cell): SentCell => {
      if (typeof cell === "object") return notation.date(cell.date);
      if (typeof cell !== "number" || Number.isInteger(cell)) return cell;
      return Math.abs(cell) < 1 ? String(cell) : notation.amount(cell);
    }),
  );
  return { source, columns, rows: turned };
}
