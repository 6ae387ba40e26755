import type { SentCell } from "../../src/sheet/sentCell";
import { seeded } from "../support/orders";
import type { Sample } from "./sample";
import { cents, comma, day, dotted, firm, person, sheetSample, slashed } from "./sheetSample";

/** A document of an accounting program, or a line of one. */
export interface Entry {
  readonly index: number;
  /** Of a document, where it has several lines. */
  readonly document: number;
  readonly customer: number;
  /** Days since the first one. */
  readonly day: number;
  readonly amount: number;
}

type Maker = (entry: Entry, given: string, start: number) => SentCell;

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const parts = (days: number) => day(days).split("-") as [string, string, string];
const american = (days: number) => `${parts(days)[1]}/${parts(days)[2]}/${parts(days)[0]}`;
const utc = ({ day: days, index }: Entry) =>
  `${day(days)} ${String(8 + (index % 12)).padStart(2, "0")}:14:09`;
const zulu = (entry: Entry) => `${utc(entry).replace(" ", "T")}.000Z`;
export const named = ({ day: days }: Entry) =>
  `${parts(days)[2]} ${months[Number(parts(days)[1]) - 1]!} ${parts(days)[0]}`;
export const share = ({ amount }: Entry, percent: number) => cents((amount * percent) / 100);
export const whole = (entry: Entry, percent: number) => cents(entry.amount + share(entry, percent));
export const quantity = ({ index }: Entry) => 1 + (index % 3);
export const each = (entry: Entry) => cents(entry.amount / quantity(entry));
const email = ({ customer }: Entry) =>
  `${person(customer).toLowerCase().replace(" ", ".").replace("í", "i")}@example.com`;
const paidFee = ({ amount }: Entry) => cents(amount * 0.029 + 0.3);
const afterFee = (entry: Entry) => cents(entry.amount - paidFee(entry));
/** The last two of seven rows are a refund and a withdrawal. */
const isBack = ({ index }: Entry) => index % 7 > 4;
const booked = ({ day: days }: Entry) => 120 + days;
const most = (entry: Entry, cell: SentCell) => (entry.index % 4 === 3 ? "" : cell);

/** What a cell may hold, some by a text or a number to begin with. */
const makers: Readonly<Record<string, Maker>> = {
  blank: () => "",
  client: ({ customer }) => firm(customer),
  firm: ({ index }) => firm(index),
  buyer: ({ customer }) => person(customer),
  firstName: ({ customer }) => person(customer).split(" ")[0]!,
  lastName: ({ customer }) => person(customer).split(" ")[1]!,
  email,
  label: ({ customer }) => `Facture ${firm(customer)}`,
  someClient: (entry) => (entry.index % 3 === 0 ? firm(entry.customer) : ""),
  someBuyer: (entry) => most(entry, person(entry.customer)),
  someEmail: (entry) => most(entry, email(entry)),
  someCode: (entry) => most(entry, `CUST${entry.customer}ZK`),
  code: ({ customer }, given) => `${given}${10_000 + customer * 7}`,
  customer: ({ customer }, _, start) => start + customer,
  row: ({ index }, _, start) => start + index,
  document: ({ document }, _, start) => start + document * 12,
  number: ({ document }, given, start) => `${given}${String(start + document).padStart(4, "0")}`,
  batch: ({ index }, given) => `${given}${Math.floor(index / 6) + 1}`,
  token: ({ index }, given) => `${given}${(index * 7919 + 1_048_729).toString(36)}Xq`,
  iso: ({ day: days }) => day(days),
  shortIso: ({ day: days }) => day(days).slice(2),
  paidIso: (entry) => most(entry, day(entry.day + 9)),
  german: ({ day: days }) => dotted(days),
  paidGerman: (entry) => most(entry, dotted(entry.day + 10)),
  dayAndMonth: ({ day: days }) => Number(dotted(days).slice(0, 5).replace(".", "")),
  yearAndMonth: ({ day: days }) => day(days).slice(0, 7).replace("-", "/"),
  british: ({ day: days }) => slashed(days),
  britishTime: ({ day: days }) => `${slashed(days)} 10:22:31`,
  dashed: ({ day: days }) => parts(days).reverse().join("-"),
  american: ({ day: days }) => american(days),
  americanTime: ({ day: days }) => `${american(days)} 10:22:05`,
  named,
  utc,
  zonedTime: (entry) => `${utc(entry)} +0000 UTC`,
  zulu,
  brazilianTime: (entry) => zulu(entry).replace("Z", "-03:00"),
  products: ({ index }) => ["Consulting", "Workshop", "Maintenance", "Licence"][index % 4]!,
  quantity,
  each,
  mileage: (entry) => cents(quantity(entry) * 0.67),
  net: ({ amount }) => amount,
  tax: (entry, _, percent) => share(entry, percent),
  gross: (entry, _, percent) => whole(entry, percent),
  open: ({ index, amount }) => (index % 5 === 0 ? amount : 0),
  refunded: ({ index, amount }) => (index % 9 === 4 ? amount : 0),
  fee: (entry) => -paidFee(entry),
  paidFee,
  afterFee,
  signed: (entry) => (isBack(entry) ? -entry.amount : entry.amount),
  feeOfSales: (entry) => (isBack(entry) ? 0 : -paidFee(entry)),
  signedAfterFee: (entry) => (isBack(entry) ? -entry.amount : afterFee(entry)),
  debitOrCredit: (entry) => (isBack(entry) ? "Debit" : "Credit"),
  payPalType: ({ index }) =>
    ["Payment Refund", "General Withdrawal"][(index % 7) - 5] ?? "Express Checkout Payment",
  lessCredits: ({ index, amount }) => (index % 3 === 2 ? -amount : amount),
  inAndOut: ({ index, amount }) => (index % 2 === 0 ? amount : -amount),
  debit: ({ index, amount }) => (index % 2 === 0 ? amount : ""),
  credit: ({ index, amount }) => (index % 2 === 0 ? "" : amount),
  booked,
  bookedBoth: (entry) => (entry.index % 2 === 0 ? booked(entry) : -booked(entry)),
  bookedDebit: (entry) => (entry.index % 2 === 0 ? booked(entry) : ""),
  bookedCredit: (entry) => (entry.index % 2 === 0 ? "" : booked(entry)),
};

const writings: Readonly<Record<string, (value: number) => string>> = {
  comma,
  euros: (value) => `${comma(value)} €`,
  dollars: (value) =>
    `${value < 0 ? "-" : ""}$${Math.abs(value).toLocaleString("en-US", { minimumFractionDigits: 2 })}`,
};

/**
 * Cells by their text: 'a/b' are texts in turn and =1/2 numbers, all else names a maker, with what it begins with in
 * brackets, behind how its number is written and before the days that are added to its date.
 */
function cellsBy(text: string): (entry: Entry) => SentCell {
  const inTurn = /^(['=])(.*?)'?$/.exec(text);
  if (inTurn) {
    const values = inTurn[2]!.split("/").map((value) => (inTurn[1] === "=" ? Number(value) : value));
    return ({ index }) => values[(index * 7 + (index % 3)) % values.length]!;
  }
  const [, writing, name, given = "", later = "0"] =
    /^(?:(comma|euros|dollars) )?(\w+)(?:\((.*)\))?(?:\+(-?\d+))?$/.exec(text)!;
  const [, prefix, start] = /^(.*?),?(\d*)$/.exec(given)!;
  const isNumber = name === "number" || name === "code" || name === "token" || name === "batch";
  const [begun, first] = isNumber && !given.includes(",") ? [given, 1] : [prefix!, Number(start)];
  return (entry) => {
    const cell = makers[name!]!({ ...entry, day: entry.day + Number(later) }, begun, first);
    return writing && typeof cell === "number" ? writings[writing]!(cell) : cell;
  };
}

export interface Report {
  readonly above?: readonly (readonly SentCell[])[];
  readonly below?: readonly (readonly SentCell[])[];
  readonly count?: number;
  /** Lines of a document. */
  readonly lines?: number;
}

function entriesOf(count: number, lines: number, seed: number): Entry[] {
  const random = seeded(seed);
  const documents = Array.from({ length: Math.ceil(count / lines) }, (_, index) => ({
    customer: Math.floor(random() * 9),
    day: index * 5 + Math.floor(random() * 4),
  }));
  return Array.from({ length: count }, (_, index) => {
    const document = Math.floor(index / lines);
    return { index, document, ...documents[document]!, amount: cents(40 + random() * 900) };
  });
}

/** An export by its columns, "Header = cells : meaning" between bars, in which a meaning in brackets may be mapped or not. */
export function report(seed: number, source: string, columns: string, given: Report = {}): Sample {
  const { above = [], below = [], count = 28, lines = 1 } = given;
  const made = columns.split("|").map((text) => {
    const [, header, cells, meaning] = /^(.*?) = (.+?)(?: : (\(?\w+\)?))?$/.exec(text.trim())!;
    return { header: header!.replace('""', ""), cell: cellsBy(cells!), meaning };
  });
  const places: Record<string, number[]> = {};
  made.forEach(({ meaning }, index) => {
    if (meaning) (places[meaning] ??= []).push(index + 1);
  });
  return sheetSample({
    source,
    cells: [
      ...above,
      made.map(({ header }) => header),
      ...entriesOf(count, lines, seed).map((entry) => made.map(({ cell }) => cell(entry))),
      ...below,
    ],
    shape: Object.keys(places).length > 0 ? "orders" : undefined,
    header: above.length + 1,
    last: above.length + 1 + count,
    columns: places,
  });
}
