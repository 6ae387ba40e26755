import type { Facts } from "../columns/facts";
import { rises } from "../columns/content";
import { isBirthday, isMoney } from "../columns/fit";
import type { Shape } from "../types";
import type { Concept } from "../words/words";
import {
  areBookings,
  areContracts,
  areDeals,
  areHistories,
  areMovements,
  areOfMany,
  areOfRevenue,
  areOwnCosts,
  areSignals,
  areSpans,
  areTouches,
  changesIn,
  changesOfRevenue,
  customers,
  hasOwners,
  hasWord,
  isOfAds,
  isYearApart,
  ofBanks,
  roundsIn,
  spendsIn,
} from "./evidence";
import { mayBeMeans } from "./means";
import { areStays } from "./spans";

/** What rules shapes out, however well their columns fit. */
export interface Veto {
  readonly name: string;
  readonly against: readonly Shape[];
  readonly applies: (all: readonly Facts[]) => boolean;
  /** What to tell the person, where there is something to do about it. */
  readonly says?: (all: readonly Facts[]) => string | undefined;
}

/** Shapes whose rows bring revenue from customers. */
const ofSales: readonly Shape[] = ["orders", "lines", "subscriptions", "customers", "deals"];

const useInvoices = "use the invoices to customers";
const headerWith = (all: readonly Facts[], isIt: (facts: Facts) => boolean) => all.find(isIt)!.header;
const headed = (all: readonly Facts[], concept: Concept) =>
  `"${headerWith(all, ({ words }) => words.concepts.includes(concept))}"`;
const isPayment = (facts: Facts) =>
  hasWord([facts], "sum", "all", "price", "cost", "outlay", "pay", "paid", "others") &&
  !hasWord([facts], "back", "not");
const namesCustomers = (all: readonly Facts[]) => customers(all, 5.5).length > 0;

/** In the order in which they are tried: the first that applies is told. */
export const vetoes: readonly Veto[] = [
  { name: "no deals", against: ["deals"], applies: (all) => !areDeals(all) },
  { name: "no touches", against: ["touches"], applies: (all) => !areTouches(all) },
  { name: "no signals", against: ["usage"], applies: (all) => !areSignals(all) },
  { name: "no histories", against: ["histories"], applies: (all) => !areHistories(all) },
  {
    name: "year and month apart",
    against: ["monthly", "spend"],
    applies: isYearApart,
    says: (all) =>
      all.some(({ dateShare }) => dateShare > 0.8)
        ? undefined
        : `These could be figures by month, but "${headerWith(all, ({ dates }) => dates === "year")}" and the month are in two columns: add one with both, such as 2026-01`,
  },
  {
    name: "changes of subscriptions",
    against: ["subscriptions", "orders", "lines", "customers"],
    applies: (all) => changesIn(all) !== undefined,
    says: (all) =>
      `"${changesIn(all)!.header}" says what changed, one row per change: export the subscriptions themselves, each with its start, end and price`,
  },
  {
    name: "changes of recurring revenue",
    against: ["subscriptions", "orders", "lines", "customers"],
    applies: (all) => changesOfRevenue(all) !== undefined,
    says: (all) =>
      `"${changesOfRevenue(all)!.header}" falls below 0, so it seems to hold changes, not prices: export the subscriptions themselves, each with its start, end and price`,
  },
  { name: "recurring revenue is not spent", against: ["spend"], applies: (all) => hasWord(all, "mrr") },
  {
    name: "spend on each customer",
    against: ["spend"],
    applies: hasOwners,
    says: (all) =>
      isOfAds(all) && hasWord(all, "cost", "outlay")
        ? "These seem to be what each customer cost to win: add them up by month, next to the number of new customers"
        : undefined,
  },
  {
    name: "spend in several columns",
    against: ["spend"],
    applies: (all) => spendsIn(all).length > 1,
    says: (all) =>
      `Several columns hold spend (${spendsIn(all)
        .map(({ header }) => `"${header}"`)
        .slice(0, 2)
        .join(", ")} …): add one with their total`,
  },
  {
    name: "spend on goods",
    against: ["spend"],
    applies: (all) => hasWord(all, "sales", "item") && !isOfAds(all),
  },
  {
    name: "several numbers without a header",
    against: ["orders"],
    applies: (all) =>
      all.every((facts) => facts.header === "" && !isMoney(facts) && facts.said?.meaning !== "amount") &&
      all.filter((facts) => facts.kind === "number" && !rises(facts)).length > 1,
  },
  { name: "a total or a mean", against: ["customers"], applies: mayBeMeans },
  { name: "many customers in a row", against: ["customers"], applies: areOfMany },
  { name: "addresses and times", against: ["orders"], applies: areSpans },
  {
    name: "own contracts",
    against: ["subscriptions"],
    applies: areOwnCosts,
    says: (all) =>
      hasWord(all, "start", "end", "every")
        ? `These seem to be what you pay ("${headerWith(all, ({ words, amountShare }) => words.concepts.includes("cost") && amountShare > 0.8)}"), not what customers pay: add the price that they pay`
        : undefined,
  },
  { name: "stays", against: ["subscriptions"], applies: areStays },
  { name: "contracts", against: ["orders", "lines"], applies: areContracts },
  {
    name: "people",
    against: ofSales,
    applies: (all) => customers(all, 4).length === 0 && all.some(isBirthday),
    says: () =>
      "These seem to describe people, not what they paid: export their orders with a date and an amount",
  },
  {
    name: "claims, loans and assets",
    against: ofSales,
    applies: (all) => hasWord(all, "never"),
    says: (all) =>
      `"${headerWith(all, ({ words }) => words.concepts.includes("never"))}" belongs to claims, loans, assets, doses or mileage, not to sales: ${useInvoices}`,
  },
  {
    name: "rounds of funding and shares",
    against: ofSales,
    applies: (all) => !namesCustomers(all) && hasWord(all, "capital"),
    says: (all) =>
      `${headed(all, "capital")} belongs to rounds of funding or shares, not to sales: ${useInvoices}`,
  },
  {
    name: "money of investors",
    against: ofSales,
    applies: (all) => roundsIn(all) !== undefined,
    says: (all) => `"${roundsIn(all)!.header}" names rounds of funding, not sales: ${useInvoices}`,
  },
  {
    name: "referred sales",
    against: ofSales,
    applies: (all) => !namesCustomers(all) && hasWord(all, "referred") && hasWord(all, "fee"),
    says: (all) =>
      `These seem to be commissions on sales that others referred (${headed(all, "referred")}), and nothing says who bought: use the orders`,
  },
  {
    name: "what others are paid",
    against: ofSales,
    applies: (all) => !namesCustomers(all) && hasWord(all, "others"),
    // Nobody is paid where nothing is an amount: a shop says beside its goods who makes them.
    says: (all) =>
      all.some((facts) => facts.amountShare > 0.5 && isPayment(facts))
        ? `These seem to be payments to others (${headed(all, "others")}), not what customers pay: ${useInvoices}`
        : undefined,
  },
  {
    name: "postings to accounts",
    against: ofSales,
    applies: (all) =>
      areBookings(all) || (!namesCustomers(all) && hasWord(all, "ledger") && !areOfRevenue(all)),
    says: () => `These seem to be account postings, not sales: ${useInvoices}`,
  },
  {
    name: "movements of an account",
    against: ofSales,
    applies: (all) =>
      areMovements(all) ||
      (namesCustomers(all)
        ? ofBanks(all).length > 1 && !hasWord(all, "doc", "mail", "id")
        : hasWord(all, "bank")),
    says: () => `These seem to be bank account movements, not sales: ${useInvoices}`,
  },
  {
    name: "takings beside expenses",
    against: ofSales,
    applies: (all) => !namesCustomers(all) && hasWord(all, "sales") && hasWord(all, "outlay"),
  },
  {
    name: "work of employees",
    against: ofSales,
    applies: (all) => hasWord(all, "staff") && customers(all, 1).length === 0,
  },
];

/** What rules a shape out; undefined if nothing does. */
export const vetoOf = (shape: Shape, all: readonly Facts[]): Veto | undefined =>
  vetoes.find(({ against, applies }) => against.includes(shape) && applies(all));
