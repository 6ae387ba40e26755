import type { HeaderWords } from "./header";
import type { Meaning } from "../types";
import type { Concept } from "./words";

/**
 * What a header must say to have a meaning: how well such a column serves, from 1 to 10, and the concepts of its words,
 * those with "?" not needed. Where several columns have a meaning, the better one is taken: net before gross, an id
 * before a name.
 */
const rules: Readonly<Record<Meaning, string>> = {
  customer:
    "9 who account? contact? id|9 whos id|8 who? doc? contact? mail|7 deal? who|6 doc? who name|6.1 account id|6 account name|5.5 account|6.2 contact name|5.5 contact who?|5 whos name?|4 name",
  date: "9 doc made? day|8.5 deal? close day?|8 day|7.5 made day?|7 paid doc? pay? day?|7 pay day|6 doc? book day?|8 sales day|7.8 report day|6 doc|5 docs day|4 report? sales? month|8 month day|7 doc? sales? day id|6.5 item day|5 fee day|4 start day|5.5 deal day|5 expected deal? close? doc? day?",
  amount:
    "9.5 line net? all? sum|9.3 line all|9 net all? doc? sum?|9.1 net sales|8.5 doc? sales sum?|8 deal? doc? close? sum|8.5 deal net sum?|6 deal gross sum?|6.5 deal all sum?|7.9 conv sum|7.6 all doc? item? sum?|7.2 all paid|7 pay sum?|7 pays sum?|6 gross doc? all? sum?|6 gross sales|9 part net|5 part doc? sum?|4.5 paid|4.9 paid sum|4 mrr|4.2 mrr final|7 doc? price sum|6 sum group|3 unit? item? price|5 price all|5 price paid|4 spent|6 net price|5 doc price|4 fee sum?",
  quantity: "9 doc? sales? qty|8 id qty|8 count unit|8 count|8 unit|5 line qty",
  price:
    "9.5 net unit? price|9.2 unit? price|9 unit sum|9.6 unit net sum|7 gross unit? price|6 line price|8 sales price|6 unit cost|5 item price|5 cost",
  order: "9 sales? doc id|9 sub id|8.5 sales id|7 doc|4.8 doc name|5 id|4.5 pay id|4 deal id|2 name",
  status: "9 doc? pay? paid? deal? sub? who? state|9 deal? doc? stage name?|8 close lost|7 paid",
  start:
    "9.2 sub? start day|9 sub? start|8.5 who start|8 sub made start day|5 sub? made day?|6 sub day|9 first day|6 fresh who? day|4 doc day|3.5 day",
  end: "9.2 sub? end day|9 sub? end|8 sub? cancel day|7.9 sub? cancel|8.5 lost day?|6 churn day|9 last day|7 who end day?",
  mrr: "9 mrr month? net? sum?|8.2 sub? monthly month? net? sum? price? sales? group? fee?|6.2 sub? monthly gross sum? price?|8.2 month net? sum|8 month price|5.5 net sum?|8 monthly rate|6.5 sub sum|2 paid sum|5 sum|4.5 unit? price|4.8 unit sum|4.6 doc? all sum?|6 sub price|5 sales|6 net price|7.5 sub? otherSpan monthly? net? sum? price? sales? fee?|6.2 sub? otherSpan monthly? gross sum? price?|5.2 sub|3.5 fee|4.7 doc sum",
  interval: "9 sub? every unit?",
  period: "9 month day?|8 month final|8 month end|9 report month|6 day|5 report start?|4 start day?",
  revenue:
    "9.5 net month? sales|9.2 net? all? month? monthly? who? sales final?|9 net? all? who? spent sum?|8.8 net? all paid|8.8 net? all pay|8.4 all? outlay|8.8 start mrr|8.5 sub sales|8.6 all? mrr final?|7.5 gross sales|6 net? sum|5 all sum?|6 all? docs sum|8 doc? docs? who? sales",
  customerCount:
    "9.5 active? whos id? start month?|8.8 who active|9 active? all? count? name? id? whos|8.6 count who|6 active|5 active? whos final month?|5 active? whos close",
  customersAtEnd: "",
  newCustomers:
    "9 fresh whos? who? count? id?|8 made whos|8 close whos|7 fresh start|8.7 whos first|7 sub fresh",
  lost: "9 lost whos? who? count? id?|8.8 cancel whos? who?|8 churn whos|7.5 end whos? who?|7 sub lost",
  churnRate:
    "9 month? monthly? churn whos? who? rate|9.1 churn who|8.5 monthly churn|8.5 end rate|8.5 cancel rate|9 lost rate|6 churn",
  margin: "9 gross? margin rate?",
  spend:
    "9 all? ads? cost|9 all? ads? outlay account? sum?|8.9 net cost|8.8 all? spent sum?|8.5 cost sum|8.5 outlay sum|8 ads sum?|8 campaign cost|8 campaign outlay|5 sum",
  orderCount: "9 count? all? name? id? docs|8.7 doc count|8.7 doc qty|8.7 docs qty|8 count book|8 all? pays",
  firstDate:
    "9 first doc? docs? paid? day?|8 first book day?|5 made day?|5 who start|5 first active|4.5 start day?",
  lastDate: "9 last doc? docs? paid? pay? day?|8 last book day?|5 last active",
  refund: "9 back doc? sum?|9 back all|7 conv back sum",
  currency: "9 doc? pay? money id?|8 report money id?|6 sum money|5 conv money",
  tenure: "9 tenure month?",
  charge: "9 monthly docs?|9 monthly doc|9 mrr|8.5 month docs?|8.5 sub? monthly? sum? price? fee? group?",
  left: "9 who? churn who? state?|8.5 who? lost who? state?|8 cancel",
  revenueToDate: "9 all docs|9 all? spent sum?|8.8 all paid|8.8 all sales|8.5 all sum|8 sales",
  frequency: "9 repeats|8 every",
  recency: "9 recency",
  age: "9 age",
  repeatValue: "8 sum|7 sales|7 spent",
  segment:
    "9 who? group|8.5 doc? sub? pay? group name?|8.5 group id|8 ads group|7 who? place|7 report place|7 campaign name?",
};

interface Rule {
  readonly rank: number;
  readonly needed: readonly Concept[];
  readonly allowed: readonly Concept[];
}

const parsed = (Object.keys(rules) as Meaning[]).map((meaning): [Meaning, Rule[]] => [
  meaning,
  rules[meaning]
    .split("|")
    .filter(Boolean)
    .map((text) => {
      const [rank, ...terms] = text.split(" ");
      return {
        rank: Number(rank),
        needed: terms.filter((term) => !term.endsWith("?")) as Concept[],
        allowed: terms.map((term) => term.replace("?", "")) as Concept[],
      };
    }),
]);

export interface HeaderMatch {
  readonly meaning: Meaning;
  /** From 1 to 10. */
  readonly rank: number;
  /** Every word of the header is accounted for. */
  readonly isExact: boolean;
}

/** Concepts that may stand in any header without changing much of what it means. */
const neutral: readonly Concept[] = ["report", "money"];

/** All meanings that a header may have. */
export function headerMatches({ concepts, unknown }: HeaderWords): HeaderMatch[] {
  if (concepts.length === 0 || unknown > 2) return [];
  return parsed.flatMap(([meaning, list]) => {
    const matches = list
      .filter(
        ({ needed, allowed }) =>
          needed.every((one) => concepts.includes(one)) &&
          concepts.every((one) => allowed.includes(one) || neutral.includes(one)),
      )
      .map(({ rank, allowed }): HeaderMatch => {
        const isExact = unknown === 0 && concepts.every((one) => allowed.includes(one));
        return { meaning, rank, isExact };
      });
    // The name of something unknown names no customer.
    const known = matches.filter(({ isExact, rank }) => isExact || meaning !== "customer" || rank > 4);
    return known.sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.rank - a.rank).slice(0, 1);
  });
}
