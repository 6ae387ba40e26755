import { calendarMonth, FIRST_DAY, LAST_DAY } from "./calendar";
import { broughtByCard, createMembers } from "./loyalty";
import { customerNames } from "./names";
import type { Random } from "./random";

/** One row of the orders sheet; a guest has no customer, a refund a negative amount. */
export interface Order {
  readonly number: string;
  readonly customer: string;
  readonly day: number;
  readonly amount: number;
  readonly channel: string;
}

interface Purchase extends Omit<Order, "number"> {
  readonly refundOf?: Purchase;
}

const CUSTOMERS = 350;
const GUESTS = 30;
const CHANNELS = ["Search", "Search", "Social", "Email", "Email", "Referral"];

/** Share of orders that are sent back. */
const REFUNDED = 0.025;

/** The orders of the shop, and who has its loyalty card. */
export interface Shop {
  readonly orders: readonly Order[];
  readonly members: readonly string[];
}

/** A coffee roaster's web shop: people who join over time, order at their own pace, and at some point stop. */
export function createShop(random: Random, card: Random): Shop {
  const own = customerNames(random, CUSTOMERS).flatMap((customer) => purchasesOf(random, customer));
  const members = createMembers(card, own);
  const paid = own.filter(({ amount }) => amount > 0);
  const purchases = [...own, ...broughtByCard(card, paid, members)];
  for (let guest = 0; guest < GUESTS; guest++) {
    purchases.push({
      customer: "",
      day: random.whole(FIRST_DAY, LAST_DAY),
      amount: price(random, 30),
      channel: "Search",
    });
  }
  const numbers = new Map<Purchase, string>();
  const orders = purchases
    .sort((a, b) => a.day - b.day)
    .map((purchase, index): Order => {
      const number = purchase.refundOf ? `${numbers.get(purchase.refundOf)}-R` : `W-${10_001 + index}`;
      numbers.set(purchase, number);
      const { customer, day, amount, channel } = purchase;
      return { number, customer, day, amount, channel };
    });
  return { orders, members };
}

function purchasesOf(random: Random, customer: string): Purchase[] {
  const channel = random.pick(CHANNELS);
  const basket = Math.exp(random.normal(3.5, 0.35));
  const pace = 19 + random.wait(28);
  const risk = 0.02 + 0.19 * random.unit() ** 2;
  const purchases: Purchase[] = [];
  // More people join as the shop becomes known.
  let day = FIRST_DAY + Math.floor((LAST_DAY - FIRST_DAY) * random.unit() ** 0.85);
  while (day <= LAST_DAY) {
    const gifts = calendarMonth(day) === 12 ? 1.35 : 1;
    const bought = random.unit() < 0.25 ? random.pick(CHANNELS) : channel;
    const purchase = { customer, day, amount: price(random, basket * gifts), channel: bought };
    purchases.push(purchase);
    if (random.unit() < REFUNDED) purchases.push(...refund(random, purchase));
    if (random.unit() < risk) break;
    day += Math.max(1, Math.round(random.wait(pace)));
  }
  return purchases;
}

function refund(random: Random, purchase: Purchase): Purchase[] {
  const day = purchase.day + random.whole(2, 14);
  const share = random.pick([1, 1, 0.5]);
  const amount = -Math.round(purchase.amount * share * 100) / 100;
  return day > LAST_DAY ? [] : [{ ...purchase, day, amount, refundOf: purchase }];
}

/** A basket around a mean: bags of coffee cost what bags of coffee cost. */
function price(random: Random, mean: number): number {
  const amount = mean * Math.exp(random.normal(-0.03, 0.25));
  return Math.max(8.9, Math.round(amount * 2) / 2 + 0.4);
}
