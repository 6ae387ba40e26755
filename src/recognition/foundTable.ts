import { currenciesIn } from "../sheet/oneCurrency";
import { orderStates, saysPaid, statesByPaid } from "../sheet/written/statuses";
import { wordsOf } from "../sheet/written/words";
import { creditsOf } from "./columns/credits";
import { amountsOf, type Facts } from "./columns/facts";
import { foundColumn } from "./columns/foundColumn";
import type { Turned } from "./find/across";
import { type Extent, firstRowOf, lastRowOf } from "./find/extent";
import { completed } from "./say/complete";
import { isOnAds } from "./shapes/evidence";
import { havePauses, monthsAcross } from "./shapes/cube";
import { bestMapping, mappingAcross } from "./shapes/mapping";
import { lowest, type Mapping } from "./shapes/shapes";
import { nearestTo } from "./shapes/solve";
import { isForWholeTerm, monthsOfTerm } from "./shapes/spans";
import { type Tab, isOpenBelow } from "./tab";
import { unitOfTime } from "./shapes/unitOfTime";
import { otherEnd, paidNowOnly } from "./shapes/untilEnd";
import type { FoundTable, Meaning } from "./types";
import { isBlank, shown } from "./words/values";

/** What a table is whose columns have such facts. */
export function uprightTable(tab: Tab, extent: Extent, facts: readonly Facts[]): FoundTable {
  const mapping = bestMapping(facts);
  const period = mapping?.assigned.find(({ meaning }) => meaning === "period")?.facts.column;
  const since = mapping?.shape === "cube" ? tab.rows.get(extent.header!.row) : tab.columns.get(period ?? 0);
  return foundTable(extent, facts, mapping, { tab: tab.survey.tab, isOpen: isOpenBelow(tab, extent), since });
}

/** The same of figures whose periods stand across. */
export const acrossTable = (tab: Tab, { extent, isOpen }: Turned, facts: readonly Facts[]): FoundTable =>
  foundTable(extent, facts, mappingAcross(facts), {
    tab: tab.survey.tab,
    isOpen,
    isAcross: true,
    since: tab.rows.get(extent.left + 1),
  });

function foundTable(
  extent: Extent,
  all: readonly Facts[],
  mapping: Mapping | undefined,
  where: Pick<FoundTable, "tab" | "isOpen" | "isAcross" | "since">,
): FoundTable {
  const of = (sought: Meaning) => mapping?.assigned.find(({ meaning }) => meaning === sought);
  const [status, amount] = [of("status"), of("amount")];
  // A column of refunds says it already.
  const credits =
    amount && mapping!.shape === "orders" && !of("refund") ? creditsOf(amount.facts, all) : undefined;
  const currencies = severalCurrencies(mapping);
  const term = termPaid(mapping);
  const isForTerm = term !== undefined || (mapping !== undefined && isForWholeTerm(mapping.assigned));
  // What a person has said stays in view, with what goes with it, also where it is not enough.
  const nearest = !mapping && all.some(({ said }) => said) ? nearestTo(all) : undefined;
  const assigned = (mapping ?? nearest)?.assigned ?? [];
  const table = {
    ...where,
    headerRow: extent.header?.row,
    firstRow: firstRowOf(extent),
    lastRow: lastRowOf(extent),
    shape: mapping?.shape,
    confidence:
      currencies || isForTerm ? lowest([mapping!.confidence, "medium"]) : (mapping?.confidence ?? "low"),
    columns: all.map((facts) =>
      foundColumn(
        facts,
        assigned.find((one) => one.facts === facts),
      ),
    ),
    ...(nearest && { missing: nearest.missing }),
    inCents: isInCents(all, mapping),
    monthsOfAmount: monthsIn(mapping) ?? term,
    ...(isForTerm && { isForTerm }),
    ...(mapping?.shape === "histories" && {
      unitOfTime: unitOfTime([of("recency")!.facts, of("age")!.facts]),
    }),
    ...(mapping?.shape === "spend" && { isOnAds: isOnAds(all) }),
    currencies,
    ...(status &&
      mapping!.shape !== "subscriptions" && {
        paidStatuses: paidStatuses(status.facts, amount?.facts),
      }),
    ...(credits && { credits }),
    ...(mapping?.shape === "cube" && monthsOf(all)),
    ...(mapping?.shape === "subscriptions" && {
      paidNow: paidNowOnly(mapping, all)?.column,
      otherEnd: otherEnd(mapping, all)?.column,
    }),
  };
  return completed(table, all);
}

/** The states whose rows count, credit notes among them, where those of others do not. */
function paidStatuses(status: Facts, amount: Facts | undefined): string[] | undefined {
  const known = orderStates(status.texts.map((text) => text.trim()));
  const isOfPaid = amount !== undefined && saysPaid(wordsOf(amount.header));
  const states = isOfPaid
    ? statesByPaid(
        known,
        status.cells.map((cell) => shown(cell)),
        amountsOf(amount),
      )
    : known;
  const paid = [...states]
    .filter(([, state]) => state === "paid" || state === "refund")
    .map(([text]) => text);
  return paid.length === states.size || paid.length === 0 ? undefined : paid;
}

function monthsOf(all: readonly Facts[]): Pick<FoundTable, "months" | "havePauses"> {
  const months = monthsAcross(all)!;
  return { months, havePauses: havePauses(all, months) };
}

/** The currencies of the rows, where a column or the amounts themselves name several; undefined where they add up. */
function severalCurrencies(mapping: Mapping | undefined): string[] | undefined {
  const written = currenciesIn(moneyIn(mapping)?.texts ?? []);
  if (written.length > 1) return written.map(({ currency }) => currency[0]!);
  const codes = mapping?.assigned.find(({ meaning }) => meaning === "currency")?.facts;
  const isConverted = mapping?.assigned.some(({ facts }) => facts.words.concepts.includes("conv"));
  if (!codes || codes.distinct < 2 || isConverted) return undefined;
  // Rows of payouts hold no amount of a sale, and may be in the currency of the bank.
  const amounts = moneyIn(mapping) && amountsOf(moneyIn(mapping)!);
  const counted = codes.cells.filter(
    (cell, row) => !isBlank(cell) && (!amounts || amounts[row] !== undefined),
  );
  const seen = [...new Set(counted.map(shown))];
  return seen.length > 1 ? seen : undefined;
}

/** For how many months the header of the money says that it is; of orders only where that is what recurs. */
function monthsIn(mapping: Mapping | undefined): number | undefined {
  const words = moneyIn(mapping)?.words;
  return mapping?.shape === "orders" && !words?.concepts.includes("otherSpan") ? undefined : words?.months;
}

/** The months of the term that subscriptions are paid for at once: all last as long, and no word says what a price is for. */
function termPaid(mapping: Mapping | undefined): number | undefined {
  const money = mapping?.shape === "subscriptions" && moneyIn(mapping);
  const isOpen =
    money &&
    !money.words.concepts.some((one) => /^(mrr|month|monthly|otherSpan|fee)$/.test(one)) &&
    !mapping.assigned.some(({ meaning }) => meaning === "interval");
  return isOpen ? monthsOfTerm(mapping.assigned) : undefined;
}

const moneyIn = (mapping: Mapping | undefined) =>
  mapping?.assigned.find(({ meaning }) => /^(amount|mrr|revenue)$/.test(meaning))?.facts;

/** Amounts in cents: the header says so, or it is an export of ChartMogul, whose amounts are whole. */
function isInCents(all: readonly Facts[], mapping: Mapping | undefined): boolean {
  const money = moneyIn(mapping);
  if (!money || money.numbers.some((number) => !Number.isInteger(number))) return false;
  return money.words.inCents || all.some(({ header }) => /^CUSTOMER_(UUID|EXTERNAL_IDS?)$/i.test(header));
}
