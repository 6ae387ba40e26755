import type { Meaning } from "../../src/recognition";
import type { SentCell } from "../../src/sheet/sentCell";
import { seeded } from "../support/orders";
import { columnNumbers, partsOf, type Sample, sampleOf, type Table } from "./tables";

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

/** A table taken apart. */
interface Draft {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly SentCell[])[];
}

interface Column {
  readonly header: SentCell;
  readonly meaning: Meaning | undefined;
  readonly isOptional: boolean;
  readonly isMonth: boolean;
}

function draftOf(table: Table): Draft {
  const { header, firstRow, lastRow } = partsOf(table);
  const { columns, optional, months = [0, -1] } = table.entry;
  const known = (of: typeof columns, isOptional: boolean) =>
    columnNumbers(table, of).flatMap(([meaning, numbers]) =>
      numbers.map((column) => [column, { meaning, isOptional }] as const),
    );
  const meanings = new Map([...known(columns, false), ...known(optional, true)]);
  return {
    table,
    columns: header.map((cell, index) => ({
      header: cell,
      meaning: meanings.get(index + 1)?.meaning,
      isOptional: meanings.get(index + 1)?.isOptional ?? true,
      isMonth: index + 1 >= months[0] && index + 1 <= months[1],
    })),
    rows: table.cells.slice(firstRow - 1, lastRow),
  };
}

/** A tab with the draft's table among other rows, some columns in. */
function tabOf(
  { table, columns, rows }: Draft,
  variant: string,
  {
    above = [],
    below = [],
    left = 0,
  }: {
    readonly above?: readonly (readonly SentCell[])[];
    readonly below?: readonly (readonly SentCell[])[];
    readonly left?: number;
  } = {},
): Sample {
  const indent = Array.from({ length: left }, () => "");
  const having = (isOptional: boolean) => {
    const found: Partial<Record<Meaning, number[]>> = {};
    columns.forEach((column, index) => {
      if (column.meaning && column.isOptional === isOptional)
        (found[column.meaning] ??= []).push(index + 1 + left);
    });
    return found;
  };
  const months = columns.flatMap(({ isMonth }, index) => (isMonth ? [index + 1 + left] : []));
  const headerRow = above.length + 1;
  const header = columns.map((column) => column.header);
  return sampleOf({
    name: `${table.name}, ${variant}`,
    cells: [...above, ...[header, ...rows].map((row) => [...indent, ...row]), ...below],
    entry: {
      ...table.entry,
      headerRow,
      lastRow: headerRow + rows.length,
      columns: having(false),
      optional: having(true),
      ...(months.length > 0 && { months: [months[0]!, months.at(-1)!] as const }),
    },
  });
}

/** A table as people change it; its number chooses what becomes of it. */
export function variantsOf(table: Table, index: number): Sample[] {
  const draft = draftOf(table);
  return [
    tabOf(shuffled(draft, index + 1), "shuffled"),
    tabOf(renamed(draft, index), `renamed, ${languages[index % 6]!}`),
    tabOf(renamed(draft, index + 2), `renamed, ${languages[(index + 2) % 6]!}`),
    tabOf(draft, "below a title", { above: titles[index % titles.length]!, left: index % 3 }),
    tabOf(dirty(draft, index), "dirty", { below: totals(draft, index) }),
    tabOf(asText(draft, german), "as text, de"),
    tabOf(asText(draft, american), "as text, en_US"),
  ];
}

const titles: readonly (readonly (readonly SentCell[])[])[] = [
  [["Revenue 2025"], []],
  [["ACME Ltd"], ["Created on", { date: "2026-02-01" }], []],
  [[], ["Auswertung"], ["nur interne Verwendung"]],
];

function shuffled({ table, columns, rows }: Draft, seed: number): Draft {
  const random = seeded(seed);
  const order = columns.map(({ isMonth }, index) => ({ index, key: random() + (isMonth ? 2 + index : 0) }));
  const places = order.sort((a, b) => a.key - b.key).map(({ index }) => index);
  return {
    table,
    columns: places.map((index) => columns[index]!),
    rows: rows.map((row) => places.map((index) => row[index]!)),
  };
}

function renamed({ table, columns, rows }: Draft, language: number): Draft {
  const done = new Set<Meaning>();
  return {
    table,
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
function dirty({ table, columns, rows }: Draft, seed: number): Draft {
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
  return { table, columns, rows: [...spoilt.slice(0, middle), blank, ...spoilt.slice(middle)] };
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
function asText({ table, columns, rows }: Draft, notation: typeof german): Draft {
  const turned = rows.map((row) =>
    row.map((cell): SentCell => {
      if (typeof cell === "object") return notation.date(cell.date);
      if (typeof cell !== "number" || Number.isInteger(cell)) return cell;
      return Math.abs(cell) < 1 ? String(cell) : notation.amount(cell);
    }),
  );
  return { table, columns, rows: turned };
}
