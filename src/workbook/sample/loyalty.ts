import { LAST_DAY, serial } from "./calendar";
import type { Random } from "./random";

/** The day on which the loyalty card began. */
const CARD_START = serial(2026, 1, 1);

/** Share of those who had ordered in the year before who got a card, by lot, and how many orders it adds for each of theirs. */
const [MEMBERS, MORE] = [0.4, 0.35];

interface Purchase {
  readonly customer: string;
  readonly day: number;
}

/** The customers who got a card. */
export function createMembers(random: Random, purchases: readonly Purchase[]): string[] {
  const recent = purchases.filter(
    ({ customer, day }) => customer !== "" && day >= CARD_START - 365 && day < CARD_START,
  );
  return Array.from(new Set(recent.map(({ customer }) => customer))).filter(() => random.unit() < MEMBERS);
}

/** What members bought besides because of their card. */
export function broughtByCard<Bought extends Purchase>(
  random: Random,
  purchases: readonly Bought[],
  members: readonly string[],
): Bought[] {
  const isMember = new Set(members);
  return purchases
    .filter(({ customer, day }) => day >= CARD_START && isMember.has(customer))
    .filter(() => random.unit() < MORE)
    .map((purchase) => ({ ...purchase, day: purchase.day + random.whole(3, 20) }))
    .filter(({ day }) => day <= LAST_DAY);
}
