import type { HeaderWords } from "./header";
import type { Meaning } from "./types";
import type { Concept } from "./words";

/**
 * What a header must say to have a meaning: the concepts of its words, those with "?" not needed, and how well such a
 * column serves, from 1 to 10. Where several columns have a meaning, the better one is taken: net before gross, an
 * id before a name.
 */
const rules: Readonly<Record<Meaning, string>> = {
  customer:
    "9 customer account? contact? id|8 customer? order? contact? email|7 customer|6 customer name|6.5 account id|6 account name|5 account|6.2 contact name|5.5 contact|5 customers|5 customers name|4 name|3 payment name",
  date: "9 order created? date|8.5 deal? close date|8.4 close|8 date|7.5 created date|7.4 created|7 paid order? payment? date?|7 payment date|6 booked date|5 booked|5 orders date|4 period|4 reporting period|8 period date|7 order|6.9 deal created date",
  amount:
    "9.5 line net? total? amount|9.3 line total|9 net order? amount?|9 net total order? amount?|9 net revenue|9 net line|8.5 revenue|8 amount|7.9 converted amount|8 order amount|8 deal amount|7.6 total amount|7.6 total order? amount?|7.5 order revenue|7 total line|7 payment amount?|6 gross order? total? amount?|6 gross revenue|5 subtotal order? amount?|4 paid amount|4 mrr|4 mrr currency reporting|3 price|5 price total|4 spent|6 net price",
  quantity: "9 quantity|8 count|8 order quantity|5 line quantity",
  price:
    "9 price|9.5 net unit? price|9.2 unit price|9 unit amount|9.6 unit net amount|7 gross unit? price|6 line price|5 unit",
  order: "9 order id|7 order|6 order payment? id|5 id|2 name|4 deal id|4.5 payment id|6 order name",
  status: "9 order? payment? paid? deal? subscription? status|9 deal? stage|9 deal stage name|7 paid",
  start:
    "9.2 subscription? start date|9 subscription? start|8.5 customer start|8 subscription created? start date|5 created date|4.9 created|6 customer subscription? created date?|5 subscription date|9 first date|6 new customer? date|4 order date|3.5 date",
  end: "9.2 subscription? end date|9 subscription? end|8 subscription? canceled date|7.9 subscription? canceled|8.5 lost date|7 lost|6 churn date|4 close date|9 last date|7 customer end date?",
  mrr: "9 mrr|9 mrr currency reporting?|8 monthly amount|8 monthly price|8.2 monthly net amount?|8 monthly revenue|8 period amount|8.2 period amount net|8 period price|7.5 monthly|5.5 net amount?|5 subscription? amount|4.5 price|4.8 unit amount|4.6 total amount|6 subscription price|5 revenue|4 total|4 net total|6 net price",
  interval: "9 interval|8 interval name|8 subscription interval",
  period:
    "9 period|8.5 period date|9 reporting period|6 date|5.5 reporting date|5 reporting start|4 start date|4 start",
  revenue:
    "9.5 net period? revenue|9 revenue|9 period revenue|9 total revenue|9.2 net total? spent|9 total? spent|9 spent amount|8.5 mrr|8.8 begin mrr|8.6 total mrr|7.5 gross revenue|6 amount|6 net amount?|5 total amount?|6 total orders? amount|9 monthly revenue|8 orders revenue|7 orders amount|8 customer revenue|9 order revenue",
  customerCount:
    "9.5 customers begin|9.4 active? customers begin period?|9 customers|9.2 active customers|9 count customers|8.7 total customers|8.9 name customers|8.8 customers id|8.9 active customers count|5 customers final|6 active|8.6 customer count",
  newCustomers:
    "9 new customers|9 new customer|8.5 new|8.7 new customers count|8.7 customers first|7 subscriptions new",
  lost: "9 lost customers|8.5 lost|9 lost customer|8.8 canceled customers|8.7 canceled customer|8 churn customers|7 canceled|8.7 lost customers count|7 subscriptions lost",
  churnRate:
    "9 churn rate|9.1 churn customers rate|9.1 churn customer rate|8.9 churn customer|9 lost rate|6 churn|8 period churn rate?|8 monthly churn rate?",
  margin: "9 margin|9 margin rate|9 gross margin rate?|8 net margin",
  spend:
    "9 spend|9 total? marketing spend|9 total spend|8.8 spent amount|8.8 spent|8 marketing|7 marketing amount|8.5 spend amount|5 amount|8 campaign spend|8.9 net spend",
  orderCount:
    "9 orders|9 count orders|9 total orders|9 name orders|8.5 id orders|8.7 order count|8.7 order quantity|8.5 count order|8 total order count",
  firstDate: "9 first order? date?|9 first orders date?|9 first paid date?|5 created date?|5 customer start",
  lastDate: "9 last order? date?|9 last orders date?|9 last paid date?|9 last payment date?",
  refund: "9 refund amount?|9 refund total?|9 refund order amount?|7 converted refund amount",
  currency: "9 currency|8 order currency|7 reporting? currency|5 converted currency|8 payment currency",
  segment:
    "9 group|9 customer group|8.5 group name|7 place|7 customer place|7 campaign|7 campaign name|6 order group|8.5 group id|8.5 subscription group|8 marketing group|7 group group|6 payment group",
};

interface Rule {
  readonly rank: number;
  readonly needed: readonly Concept[];
  readonly allowed: readonly Concept[];
}

const parsed = (Object.keys(rules) as Meaning[]).map((meaning): [Meaning, Rule[]] => [
  meaning,
  rules[meaning].split("|").map((text): Rule => {
    const [rank, ...terms] = text.split(" ");
    const names = terms.map((term) => term.replace("?", "") as Concept);
    return {
      rank: Number(rank),
      needed: names.filter((_, index) => !terms[index]!.endsWith("?")),
      allowed: names,
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

/** Words that may stand in any header without changing what it means. */
const neutral: readonly Concept[] = ["reporting", "currency"];

/** All meanings that a header may have. */
export function headerMatches({ concepts, unknown }: HeaderWords): HeaderMatch[] {
  if (concepts.length === 0 || unknown > 2) return [];
  return parsed.flatMap(([meaning, list]) => {
    const best = list
      .filter(
        ({ needed, allowed }) =>
          needed.every((concept) => concepts.includes(concept)) &&
          concepts.every((concept) => allowed.includes(concept) || neutral.includes(concept)),
      )
      .map(({ rank, allowed }) => ({
        rank,
        isExact: unknown === 0 && concepts.every((concept) => allowed.includes(concept)),
      }))
      .sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.rank - a.rank)[0];
    return best ? [{ meaning, ...best }] : [];
  });
}
