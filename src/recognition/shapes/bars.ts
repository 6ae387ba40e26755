import { columnOf } from "../columns/assigned";
import { amountsOf, type Facts } from "../columns/facts";
import { isBirthday, isMoney, some } from "../columns/fit";
import type { Meaning, Shape } from "../types";
import { asksState, isPaid, isState, isUnpaid, isYesOrNo } from "../../sheet/written/statuses";
import { wordsOf } from "../../sheet/written/words";
import { normalised } from "../words/header";
import { amountOf, shown } from "../words/values";
import { ruledOutCustomers } from "./customers";
import { areMonthsOfCustomers } from "./evidence";
import { isOfEveryDay } from "./everyDay";
import type { Pair } from "./pairs";
import { areStays } from "./spans";
import { isOwnEnd, isRenewed } from "./terms";

/** The table in which a column would have a meaning. */
interface Beside {
  readonly shape: Shape;
  readonly columns: readonly Facts[];
  /** The best first. */
  readonly pairs: readonly Pair[];
}

/** What keeps columns from a meaning, whatever their header and cells say. */
interface Bar {
  readonly name: string;
  readonly from: readonly Meaning[];
  readonly barred: (beside: Beside, from: Meaning) => (facts: Facts) => boolean;
}

const bars: readonly Bar[] = [
  {
    name: "a number of the customer's",
    from: ["order"],
    barred:
      ({ pairs }) =>
      (facts) =>
        isOfCustomer(facts, pairs),
  },
  {
    name: "nobody who comes back",
    from: ["customer"],
    barred: ({ shape, pairs, columns }) => {
      const ruledOut = ruledOutCustomers(shape, pairs, columns);
      return (facts) => ruledOut.includes(facts);
    },
  },
  {
    // Lines of one order are of one day.
    name: "a mere number, unless it comes back on other days",
    from: ["customer"],
    barred:
      ({ pairs }) =>
      (facts) =>
        isMereNumber(facts) && !comesBack(facts, pairs),
  },
  {
    name: "a mere number that comes back on other days",
    from: ["order"],
    barred:
      ({ pairs }) =>
      (facts) =>
        isMereNumber(facts) && comesBack(facts, pairs),
  },
  { name: "a number of something else", from: ["orderCount", "newCustomers"], barred: isOfMore },
  {
    // As costs saved.
    name: "costs of which more is said",
    from: ["spend"],
    barred: (beside, from) => {
      const isMore = isOfMore(beside, from);
      return (facts) => facts.words.concepts.includes("cost") && isMore(facts);
    },
  },
  {
    // A fee is what customers pay where nothing else is money and each has its date, as a broker's commission.
    name: "a mere fee",
    from: ["amount"],
    barred:
      ({ columns }) =>
      ({ words }) =>
        words.concepts.includes("fee") &&
        (columns.filter(isMoney).length > 1 ||
          !columns.some(
            ({ words: { concepts }, said }) =>
              said?.meaning === "date" || (concepts.includes("fee") && concepts.includes("day")),
          )),
  },
  {
    name: "a total of something that is no money",
    from: ["amount", "mrr", "revenue"],
    barred: () => isOtherTotal,
  },
  {
    name: "what is measured on every day and nothing calls money",
    from: ["amount"],
    barred: ({ pairs }) => {
      const [customer, date] = (["customer", "date"] as const).map((sought) => columnOf(pairs, sought));
      const isMeasured = customer && date && isOfEveryDay(customer, date);
      return ({ matches, currency }) =>
        isMeasured === true && !currency && !matches.some(({ meaning }) => meaning === "amount");
    },
  },
  {
    name: "a number of items",
    from: ["amount"],
    barred:
      () =>
      ({ words, numbers, values, currency }) =>
        words.concepts.join() === "all,item" &&
        currency === undefined &&
        numbers.length === values.length &&
        numbers.every(Number.isInteger),
  },
  {
    name: "what recurs, unless it stands there month by month",
    from: ["amount"],
    barred: ({ columns }) => {
      const isMonthly = areMonthsOfCustomers(columns);
      return ({ words }) => words.concepts.includes("otherSpan") && !isMonthly;
    },
  },
  {
    // What is due of a paid invoice is its amount, and of an unpaid one what is left of it.
    name: "what is due, where nothing says what was paid",
    from: ["amount"],
    barred:
      ({ columns }) =>
      ({ words, cells, decimal }) =>
        words.concepts.includes("owed") &&
        !columns.some(
          ({ texts, cells: states, matches }) =>
            matches.some(({ meaning, isExact }) => meaning === "status" && isExact) &&
            some(texts, isState, 0.8) &&
            states.some((cell, row) => isPaid(shown(cell)) && (amountOf(cells[row]!, decimal) ?? 0) > 0),
        ),
  },
  {
    name: "refunds that an amount is net of",
    from: ["refund"],
    barred: ({ pairs }) => {
      const money = columnOf(pairs, "amount");
      const amounts = money ? amountsOf(money) : [];
      return (facts) => {
        const refunds = amountsOf(facts).map((one) => Math.abs(one ?? 0));
        const refunded = amounts.flatMap((amount, row) =>
          amount !== undefined && refunds[row]! > 0 ? [refunds[row]! > amount] : [],
        );
        return refunded.length > 0 && refunded.filter(Boolean).length > refunded.length / 2;
      };
    },
  },
  {
    // Refunds and currencies next to a converted amount are those of the amount before, unless they are converted too.
    name: "what belongs to the amount before it was converted",
    from: ["refund", "currency"],
    barred: besideConverted,
  },
  {
    // A dollar sign may be that of several countries.
    name: "the currency of the sale, where amounts have one of their own",
    from: ["currency"],
    barred: ({ pairs }) => {
      const { header, words } = moneyOf(pairs)?.facts ?? { header: "", words: { currency: undefined } };
      const isTold = normalised(header)
        .split(" ")
        .includes(words.currency?.toLowerCase() ?? "");
      return ({ distinct }) => isTold && distinct > 1;
    },
  },
  {
    // The first day of a stay is when it was bought, as far as one knows; that of a subscription is not.
    name: "the start of something",
    from: ["date"],
    barred: ({ columns }) => {
      const isStay = areStays(columns);
      return ({ words }) => !isStay && words.concepts.includes("start");
    },
  },
  {
    name: "a term after which subscriptions go on",
    from: ["term"],
    barred:
      ({ pairs, columns }) =>
      (facts) =>
        !isOwnEnd(facts, pairs, columns),
  },
  {
    name: "the end of a contract that is renewed",
    from: ["end"],
    barred:
      ({ pairs, columns }) =>
      (facts) =>
        isRenewed(facts, pairs, columns),
  },
  {
    // An order of a customer who has left since was paid all the same.
    name: "whether somebody is still a customer",
    from: ["status"],
    barred:
      ({ shape }) =>
      ({ header, values }) =>
        shape !== "subscriptions" &&
        asksState(wordsOf(header)) &&
        values.every((cell) => isYesOrNo(shown(cell))),
  },
  {
    name: "a state of paid ones only, where another column tells sales from what was taken out",
    from: ["status"],
    barred: ({ columns }) => {
      const isTold = columns.some(({ areDocuments }) => areDocuments);
      return ({ areDocuments, texts }) => isTold && !areDocuments && !texts.some(isUnpaid);
    },
  },
  {
    name: "the day that somebody was born",
    from: ["date"],
    barred: () => isBirthday,
  },
  {
    name: "a day that is only expected",
    from: ["date"],
    barred:
      ({ shape }) =>
      ({ words }) =>
        shape !== "deals" && words.concepts.includes("expected"),
  },
];

/** The header says more than that it has this meaning. */
function isOfMore({ pairs }: Beside, from: Meaning): (facts: Facts) => boolean {
  return (facts) => pairs.some((one) => one.facts === facts && one.meaning === from && !one.isExact);
}

const moneyOf = (pairs: readonly Pair[]) =>
  pairs.find(({ meaning }) => meaning === "amount" || meaning === "mrr");

function besideConverted({ pairs }: Beside): (facts: Facts) => boolean {
  const isConverted = ({ words }: Facts) => words.concepts.includes("conv");
  const amount = moneyOf(pairs);
  return (facts) => amount !== undefined && isConverted(amount.facts) && !isConverted(facts);
}

/** The pairs that nothing bars; what a person says is never barred. */
export function unbarred(beside: Beside): Pair[] {
  const keep = bars.flatMap(({ from, barred }) =>
    from.map((meaning) => ({ from: meaning, isBarred: barred(beside, meaning) })),
  );
  return beside.pairs.filter(
    ({ facts, meaning }) =>
      facts.said !== undefined || !keep.some(({ from, isBarred }) => from === meaning && isBarred(facts)),
  );
}

/** So much of what stands in several rows has to stand on several days. */
const mostOnDays = 0.5;

const isMereNumber = ({ words }: Facts) => words.unknown === 0 && words.concepts.join() === "id";

function comesBack(facts: Facts, pairs: readonly Pair[]): boolean {
  const date = columnOf(pairs, "date");
  if (!date) return false;
  const days = new Map<string, Set<string>>();
  const rows = new Map<string, number>();
  for (const [row, cell] of facts.cells.entries()) {
    const [one, day] = [shown(cell), shown(date.cells[row]!).slice(0, 10)];
    if (one === "" || day === "") continue;
    days.set(one, (days.get(one) ?? new Set()).add(day));
    rows.set(one, (rows.get(one) ?? 0) + 1);
  }
  const several = [...rows].filter(([, count]) => count > 1).map(([one]) => days.get(one)!.size);
  return several.length > 2 && several.filter((count) => count > 1).length >= several.length * mostOnDays;
}

/** As total events and total classes attended: whole numbers of what no dictionary has. */
const isOtherTotal = (facts: Facts): boolean =>
  facts.words.concepts.join() === "all" &&
  facts.words.unknown > 0 &&
  facts.numbers.every(Number.isInteger) &&
  !isMoney(facts);

/**
 * Each customer has one and the same in several rows: a number of theirs, not of an order. Lines of one order are of one
 * day, so that its number stands in several rows as well.
 */
function isOfCustomer(facts: Facts, pairs: readonly Pair[]): boolean {
  const customers = columnOf(pairs, "customer");
  if (!customers || customers === facts) return false;
  const date = columnOf(pairs, "date");
  const own = new Map<string, { readonly value: string; readonly day: string }>();
  let repeated = 0;
  for (const [row, cell] of customers.cells.entries()) {
    const [customer, value] = [shown(cell), shown(facts.cells[row]!)];
    if (customer === "" || value === "") continue;
    const day = date ? shown(date.cells[row]!).slice(0, 10) : String(row);
    const known = own.get(customer);
    if (known && known.value !== value) return false;
    if (known && known.day !== day) repeated++;
    own.set(customer, known ?? { value, day });
  }
  return repeated > 4;
}
