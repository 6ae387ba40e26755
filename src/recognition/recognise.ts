import { currenciesIn } from "../sheet/oneCurrency";
import type { TabSurvey } from "./survey";
import { type Block, blockOf, columnsOf, isBlankBand, texts } from "./bands";
import { areaOf, overlap, turnedAreaOf } from "./area";
import { figuresAcross } from "./across";
import { havePauses, monthsAcross } from "./cube";
import { type Extent, extentsIn, firstRowOf, lastRowOf } from "./extent";
import { type Facts, factsOf } from "./facts";
import { foundColumn } from "./foundColumn";
import { bestMapping } from "./mapping";
import { withYears } from "./bareMonths";
import { completed } from "./complete";
import { creditsOf } from "./credits";
import { lowest, type Mapping } from "./shapes";
import { paidStatuses } from "../sheet/written/statuses";
import type { FoundTable, Meaning } from "./types";

/** All tables of a tab, from left to right and from top to bottom. */
export function findTables(asFound: TabSurvey): FoundTable[] {
  const { survey, rows, columns } = withYears(asFound);
  const tab = blockOf(survey);
  const upright = wholes(extentsIn(tab), tab, survey.formats)
    .filter(({ bands }) => bands[0]!.kinds.length > 1)
    .map((extent) => {
      const facts = factsOf(extent, survey.formats, titlesOf(extent, tab));
      const below = columnsOf(tab, extent.left, facts.length).bands.filter(
        ({ row }) => row > lastRowOf(extent),
      );
      const mapping = bestMapping(facts);
      const period = mapping?.assigned.find(({ meaning }) => meaning === "period")?.facts.column;
      const since = mapping?.shape === "cube" ? rows.get(extent.header!.row) : columns.get(period ?? 0);
      const where = { tab: survey.tab, isOpen: below.every(isBlankBand), since };
      return { area: areaOf(extent), table: recognise(extent, facts, mapping, where) };
    });
  const across = figuresAcross(tab)
    .map(({ extent, facts, mapping, isOpen }) => ({
      area: turnedAreaOf(extent, mapping),
      table: recognise(extent, facts, mapping, {
        tab: survey.tab,
        isOpen,
        isAcross: true,
        since: rows.get(extent.left + 1),
      }),
    }))
    // Revenue, customers and churn do not come together by chance, as the names of customers could.
    .filter(
      (one) =>
        one.table.shape === "monthly" ||
        upright.every((other) => !other.table.shape || !overlap(one.area, other.area)),
    );
  return [...across, ...upright.filter((one) => across.every((other) => !overlap(one.area, other.area)))].map(
    ({ table }) => table,
  );
}

type Formats = TabSurvey["formats"];

/** The texts in the rows above a table, where there are few. */
function titlesOf(extent: Extent, { bands }: Block): string[] {
  const first = extent.header?.row ?? firstRowOf(extent);
  const above = bands.filter(({ row }) => row < first);
  return above.length > 8 ? [] : above.flatMap(({ cells }) => texts(cells ?? []));
}

/** Joins parts of one table that columns without any content set apart, where only the whole can be used. */
function wholes(extents: readonly Extent[], tab: Block, formats: Formats): Extent[] {
  const mapped = (extent: Extent) => bestMapping(factsOf(extent, formats, titlesOf(extent, tab)));
  const [first, ...rest] = extents;
  if (!first) return [];
  // The longest of the tables that begin with the first part and can be used is taken, as long as no part can be alone.
  const joined: Extent[] = mapped(first) ? [] : [first];
  for (const part of rest) {
    const last = joined[joined.length - 1];
    const whole = last && !mapped(part) ? wholeOf(last, part, tab) : undefined;
    if (!whole) break;
    joined.push(whole);
  }
  const size = joined
    .map((whole, index) => index > 0 && mapped(whole)?.confidence === "high")
    .lastIndexOf(true);
  const taken = size > 0 ? joined[size]! : first;
  return [taken, ...wholes(rest.slice(Math.max(0, size)), tab, formats)];
}

function wholeOf(left: Extent, right: Extent, tab: Block): Extent | undefined {
  const [first, last] = [firstRowOf(left), Math.max(lastRowOf(left), lastRowOf(right))];
  const width = right.left + right.bands[0]!.kinds.length - left.left;
  const isBeside =
    right.left === left.left + left.bands[0]!.kinds.length + 1 && left.header?.row === right.header?.row;
  if (!isBeside || first !== firstRowOf(right)) return undefined;
  const { bands } = columnsOf(tab, left.left, width);
  return {
    left: left.left,
    header: bands.find(({ row }) => row === left.header?.row),
    bands: bands.filter(({ row }) => row >= first && row <= last),
  };
}

function recognise(
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
  return completed({
    ...where,
    headerRow: extent.header?.row,
    firstRow: firstRowOf(extent),
    lastRow: lastRowOf(extent),
    shape: mapping?.shape,
    confidence: severalCurrencies(mapping)
      ? lowest([mapping!.confidence, "medium"])
      : (mapping?.confidence ?? "low"),
    columns: all.map((facts) =>
      foundColumn(
        facts,
        mapping?.assigned.find((one) => one.facts === facts),
      ),
    ),
    inCents: isInCents(all, mapping),
    monthsOfAmount: moneyIn(mapping)?.words.months,
    currencies: severalCurrencies(mapping),
    ...(status &&
      mapping!.shape !== "subscriptions" && {
        paidStatuses: paidStatuses(status.facts.texts, {
          deals: mapping!.shape === "deals",
          documents: status.facts.areDocuments,
        }),
      }),
    ...(credits && { credits }),
    ...(mapping?.shape === "cube" && monthsOf(all)),
  });
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
  return codes && codes.distinct > 1 && !isConverted ? [...new Set(codes.texts)] : undefined;
}

const moneyIn = (mapping: Mapping | undefined) =>
  mapping?.assigned.find(({ meaning }) => /^(amount|mrr|revenue)$/.test(meaning))?.facts;

/** Amounts in cents: the header says so, or it is an export of ChartMogul, whose amounts are whole. */
function isInCents(all: readonly Facts[], mapping: Mapping | undefined): boolean {
  const money = moneyIn(mapping);
  if (!money || money.numbers.some((number) => !Number.isInteger(number))) return false;
  return money.words.inCents || all.some(({ header }) => /^CUSTOMER_(UUID|EXTERNAL_IDS?)$/i.test(header));
}
