import { chanceOfPurchases } from "../../core/models/bgBb";
import { type Wanted, chanceOfOrders } from "../../core/models/chance";
import { number, type ScalarArgument } from "../../sheet/argument";
import { type Reader, wholeNumberReader } from "../../sheet/reader";
import { scalarFunction } from "../../sheet/scalarFunction";
import { ageOrNew, anybody, frequencyOrNew, historyOrNew, recencyOrNew, toHistory } from "./history";
import { anyFitArgument, toOpportunities, toYears } from "./yearsBlock";

const bounds = { atLeast: 0, atMost: 1e6 } as const;
const count = wholeNumberReader(bounds);
const moreText = /^(?:>=|≥)(.*)$/;

/** A number of orders, or text such as ">=2" for so many or more. */
const wantedReader: Reader<Wanted> = {
  ...count,
  expected: `${count.expected}, or text such as ">=2"`,
  read: (cell, zone) => {
    const more = typeof cell === "string" ? moreText.exec(cell.trim()) : null;
    const orders = count.read(more ? more[1]!.trim() : cell, zone);
    return orders === undefined ? undefined : { orders, orMore: more !== null };
  },
};

const orders: ScalarArgument<Wanted> = {
  kind: "scalar",
  name: "orders",
  text: 'Exactly this many orders, or text such as ">=2" for that many or more.',
  optional: false,
  reader: wantedReader,
};

export const CLV_CHANCE = scalarFunction({
  name: "CLV_CHANCE",
  summary:
    "Chance that a customer with this history places this many orders in the periods to come; without a history, a new customer.",
  details:
    'CLV_EXPECTED_ORDERS gives the mean; this gives the chance of each number: 0 for no order at all, ">=1" for at least one, ">=2" for using up a budget for two orders. The chances of 0, 1, 2 and so on add up to 1; customers who have left count under 0. An order is a day with a purchase; for a new customer, orders after the first. With a CLV_FIT_YEARS table, periods are opportunities to come.',
  notFor: "Not for when the next order is due: use CLV_NEXT_ORDER.",
  args: [
    anyFitArgument,
    orders,
    number({ name: "periods", text: "Periods ahead, in the unit of the fit.", atLeast: 0, atMost: 1e5 }),
    frequencyOrNew,
    recencyOrNew,
    ageOrNew,
  ],
  unit: "share",
  result: "A probability, or one per row for ranges",
  example: { formula: '=CLV_CHANCE(F1:H19, ">=1", 39, 2, 30, 39)', result: 0.5486589808586096 },
  source:
    "BG/NBD: Fader, Hardie, Lee (2005), Marketing Science 24(2), equation 8; Pareto/NBD: Fader, Hardie (2006), note 012; given a history by the posterior of the rate and of dropping out",
  run: ({ model, params }, wanted, periods, x, t_x, T) =>
    model === "bg/bb"
      ? chanceOfPurchases(
          params,
          historyOrNew(x, t_x, T, toYears) ?? anybody,
          toOpportunities(periods),
          wanted.orders,
          wanted.orMore,
        )
      : chanceOfOrders(model, params, historyOrNew(x, t_x, T, toHistory) ?? anybody, periods, wanted),
});
