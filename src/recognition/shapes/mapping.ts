import { atEnd } from "./atEnd";
import { monthsAcross } from "./cube";
import { beforeFees } from "./fees";
import type { Facts } from "../columns/facts";
import { areFigures } from "../columns/figures";
import { netOfTax } from "./net";
import { isResult } from "./results";
import { ordersOrLines } from "./products";
import { allShapes, lowest, type Mapping } from "./shapes";
import { mappingFor } from "./solve";
import { ofTotal } from "./totals";
import { paidUntilEnd } from "./untilEnd";
import type { Shape } from "../types";

/** How many of the meanings that a person gave to columns a mapping takes. */
const saidIn = ({ assigned }: Mapping) => assigned.filter(({ facts }) => facts.said).length;

/** What makes a mapping better once its shape is known. */
interface Refiner {
  readonly name: string;
  readonly of: readonly Shape[];
  /** `other` gives the mappings of other shapes that fit as well. */
  readonly refined: (
    mapping: Mapping,
    all: readonly Facts[],
    other: (shape: Shape) => Mapping | undefined,
  ) => Mapping;
}

/** In the order in which they are tried, each on what the one before has left. */
const refiners: readonly Refiner[] = [
  { name: "an amount, or quantity and price", of: ["orders", "lines"], refined: ordersOrLines },
  { name: "net of tax", of: ["orders"], refined: netOfTax },
  { name: "before fees", of: ["orders"], refined: beforeFees },
  { name: "the total of parts", of: ["monthly", "spend", "customers"], refined: ofTotal },
  { name: "customers at the end", of: ["monthly"], refined: atEnd },
  { name: "what was paid until the end", of: ["subscriptions"], refined: paidUntilEnd },
];

const refined = (
  mapping: Mapping,
  all: readonly Facts[],
  other: (shape: Shape) => Mapping | undefined = () => undefined,
): Mapping =>
  refiners.reduce((now, one) => (one.of.includes(now.shape) ? one.refined(now, all, other) : now), mapping);

/** Tables that tell something of customers, but nothing of revenue. */
const isOfCustomersAlone = (shape: Shape) => shape === "usage" || shape === "touches";

/** The mappings of all shapes that fit, the best first; vetoes are overruled where the others leave out what a person says. */
function mappingsOf(all: readonly Facts[]): Mapping[] {
  const upright = allShapes.filter((shape) => shape !== "cube" && !isOfCustomersAlone(shape));
  const fitting = (mayOverrule: boolean) =>
    upright
      .map((shape) => mappingFor(shape, all, mayOverrule))
      .filter((mapping) => mapping !== undefined)
      .sort((a, b) => saidIn(b) - saidIn(a) || b.score - a.score);
  const said = all.filter(({ said }) => said?.meaning).length;
  const mappings = fitting(false);
  return said === 0 || (mappings[0] && saidIn(mappings[0]) === said) ? mappings : fitting(true);
}

/** Subscriptions that say when each began and ended, and for how much. */
const isWhole = (mapping: Mapping | undefined) =>
  mapping !== undefined &&
  (["start", "end", "mrr"] as const).every((meaning) =>
    mapping.assigned.some((one) => one.meaning === meaning && one.facts.kind !== "blank"),
  );

/** What a table with these columns most likely is; undefined where no shape fits. */
export function bestMapping(all: readonly Facts[]): Mapping | undefined {
  if (isResult(all.map(({ header }) => header))) return undefined;
  const months = monthsAcross(all);
  if (months) return cubeMapping(all, months);
  const mappings = mappingsOf(all);
  const of = (shape: Shape) => mappings.find((mapping) => mapping.shape === shape);
  // Figures may have a column of spend besides all that makes them figures, and a list that tells who has left totals.
  const [first, second] = mappings.filter(
    ({ shape }) =>
      (shape !== "spend" || !of("monthly")) &&
      (shape !== "customers" || !(of("snapshot") || isWhole(of("subscriptions")))),
  );
  // How customers use something, or what they met before, tells no value: what does comes first.
  const saysSignal = all.some(({ said }) => said?.meaning === "signal");
  const usage = !first || saysSignal ? mappingFor("usage", all) : undefined;
  if (usage) return usage;
  const touches = !first ? mappingFor("touches", all) : undefined;
  if (touches) return touches;
  if (!first) return undefined;
  const areSales = first.shape === "orders" || (first.shape === "lines" && of("orders") !== undefined);
  const isClose = !areSales && second !== undefined && first.score - second.score < 0.05;
  return refined(
    isClose ? { ...first, confidence: lowest([first.confidence, "medium"]) } : first,
    all,
    (shape) => mappings.find((one) => one.shape === shape && saidIn(one) === saidIn(first)),
  );
}

/** The same of figures whose periods stand across: costs alone may be of anything. */
export function mappingAcross(all: readonly Facts[]): Mapping | undefined {
  const found = mappingFor("monthly", all) ?? mappingFor("spend", all);
  const mapping = found && refined(found, all);
  const isOfUse =
    mapping?.shape === "monthly" || mapping?.assigned.some(({ meaning }) => meaning === "newCustomers");
  return isOfUse ? mapping : undefined;
}

/** A grid of months across is of customers, unless its rows are figures. */
function cubeMapping(all: readonly Facts[], months: { readonly first: number }): Mapping | undefined {
  const beside = all.filter(({ column }) => column < months.first);
  return beside.some(({ texts }) => areFigures(texts)) ? undefined : mappingFor("cube", beside);
}
