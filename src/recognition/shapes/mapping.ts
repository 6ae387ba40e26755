import { atEnd } from "./atEnd";
import { monthsAcross } from "./cube";
import { beforeFees } from "./fees";
import { amountsOf, type Facts } from "../columns/facts";
import { headerWords } from "../words/header";
import { netOfTax } from "./net";
import { isResult } from "./results";
import { headerMatches } from "../words/rules";
import { allShapes, lowest, type Mapping, mappingFor } from "./shapes";
import { ofTotal } from "./totals";
import type { Meaning, Shape } from "../types";
import type { Concept } from "../words/words";

/** How many of the meanings that a person gave to columns a mapping takes. */
const saidIn = ({ assigned }: Mapping) => assigned.filter(({ facts }) => facts.said).length;

/** What a table with these columns most likely is; undefined where no shape fits. */
export function bestMapping(all: readonly Facts[]): Mapping | undefined {
  if (isResult(all.map(({ header }) => header))) return undefined;
  const months = monthsAcross(all);
  if (months) return cubeMapping(all, months);
  const mappings = allShapes
    .filter((shape) => shape !== "cube")
    .map((shape) => mappingFor(shape, all))
    .filter((mapping) => mapping !== undefined)
    .sort((a, b) => saidIn(b) - saidIn(a) || b.score - a.score);
  const of = (shape: Shape) => mappings.find((mapping) => mapping.shape === shape);
  // Figures may have a column of spend beside all that makes them figures.
  const [first, second] = mappings.filter(({ shape }) => shape !== "spend" || !of("monthly"));
  if (!first) return undefined;
  const [lines, orders] = [of("lines"), of("orders")];
  if (lines && orders && (first === lines || first === orders) && saidIn(lines) === saidIn(orders))
    return beforeFees(netOfTax(ordersOrLines(first, orders, lines), all), all);
  if (first === orders) return beforeFees(netOfTax(first, all), all);
  const isClose = second !== undefined && first.score - second.score < 0.05;
  const whole = ofTotal(
    isClose ? { ...first, confidence: lowest([first.confidence, "medium"]) } : first,
    all,
  );
  return atEnd(whole);
}

/** The same of figures whose periods stand across: costs alone may be of anything. */
export function mappingAcross(all: readonly Facts[]): Mapping | undefined {
  const found = mappingFor("monthly", all) ?? mappingFor("spend", all);
  const mapping = found && atEnd(ofTotal(found, all));
  const isOfUse =
    mapping?.shape === "monthly" || mapping?.assigned.some(({ meaning }) => meaning === "newCustomers");
  return isOfUse ? mapping : undefined;
}

/** Where a row has quantity, price and an amount, the amount is taken where it is the product of the others. */
function ordersOrLines(first: Mapping, orders: Mapping, lines: Mapping): Mapping {
  const of = (mapping: Mapping, meaning: Meaning) =>
    mapping.assigned.find((one) => one.meaning === meaning)!.facts;
  const [quantity, price, amount] = [of(lines, "quantity"), of(lines, "price"), of(orders, "amount")];
  if (amount === price) return first;
  // An amount that says it is net or that of the line may leave a discount out.
  if (amount.words.concepts.some((one) => one === "net" || one === "line")) return orders;
  const [prices, amounts] = [amountsOf(price), amountsOf(amount)];
  const rows = amountsOf(quantity)
    .map((one, row) => [one, prices[row], amounts[row]])
    .filter((numbers): numbers is number[] => numbers.every((number) => number !== undefined));
  if (rows.length === 0) return first;
  const agreeing = rows.filter(([q, p, a]) => Math.abs(q! * p! - a!) <= Math.abs(a!) * 0.02 + 0.02);
  return agreeing.length >= rows.length * 0.7 ? orders : lines;
}

const figures: readonly Meaning[] = [
  "revenue",
  "customerCount",
  "lost",
  "churnRate",
  "newCustomers",
  "spend",
  "margin",
];

/** What the lines of a profit and loss account are called after. */
const bookings: readonly Concept[] = ["sales", "cost", "outlay", "tax", "margin", "net", "gross"];

/** A grid of months across is of customers, unless its rows are figures. */
function cubeMapping(all: readonly Facts[], months: { readonly first: number }): Mapping | undefined {
  const beside = all.filter(({ column }) => column < months.first);
  // Labels of figures stand once each; a region may be called Costa.
  const areFigures = beside.some(({ texts, distinct, values }) => {
    const words = texts.map((text) => headerWords(text));
    const named = words.filter((one) =>
      headerMatches(one).some(({ meaning, isExact }) => isExact && figures.includes(meaning)),
    );
    const booked = words.filter(({ concepts }) => concepts.some((one) => bookings.includes(one)));
    return (
      distinct >= values.length * 0.9 &&
      ((named.length > 0 && named.length >= texts.length * 0.05) ||
        (booked.length > 1 && booked.length >= texts.length * 0.3))
    );
  });
  return areFigures ? undefined : mappingFor("cube", beside);
}
