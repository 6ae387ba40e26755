import type { FoundColumn, FoundTable } from "../recognition/types";
import { margin } from "../recipe/assumed";
import { type Call, type Term, apply, setting } from "../recipe/term";
import { wordsOf } from "../sheet/written/words";
import { inactiveMonths } from "./figures";
import { type Channel, type Reading, type RevenueRows, isRenamed } from "./reading";
import { recipeOf, wordsOf as textOf } from "./results";
import type { Compute, Setup } from "./setup";

/** More names than anyone has channels. */
const mostChannels = 40;

/** Words that say of a channel only that it is one. */
const idle = new Set("ad ads advertising campaign campaigns channel marketing paid spend traffic".split(" "));

/** The words of a name that tell it from others, each once. */
function tellingWords(name: string): Set<string> {
  const all = wordsOf(name).split(" ");
  const telling = all.filter((word) => !idle.has(word));
  return new Set(telling.length > 0 ? telling : all);
}

/** How alike two names are: the share of their words that they have in common. */
function likeness(a: string, b: string): number {
  const [left, right] = [tellingWords(a), tellingWords(b)];
  const shared = Array.from(left).filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}

/** The name among others that means the same channel: spelled alike, or the one that shares most words with it. */
export function sameChannel(name: string, others: readonly string[]): string | undefined {
  const exact =
    others.find((other) => other === name) ?? others.find((other) => wordsOf(other) === wordsOf(name));
  if (exact !== undefined) return exact;
  const ranked = others
    .map((other) => ({ other, alike: likeness(name, other) }))
    .sort((a, b) => b.alike - a.alike);
  const [best, second] = ranked;
  return best && best.alike > 0 && best.alike > (second?.alike ?? 0) ? best.other : undefined;
}

/** The column that says which channel each row came through, by the names that spend has for them; undefined where none does. */
export function channelColumn({ columns }: FoundTable, names: readonly string[]): FoundColumn | undefined {
  const known = new Set(names.map(wordsOf));
  return columns.find(
    ({ kind, meaning, samples }) =>
      kind === "text" &&
      (meaning ?? "segment") === "segment" &&
      samples.length > 0 &&
      samples.every((sample) => known.has(wordsOf(textOf(sample)))),
  );
}

/**
 * The readings, in which spend by channel knows what the customers' table calls each channel. Where fewer than half of
 * its channels are there, the two are of different things, and the spend is taken as a whole.
 */
export function withChannels(readings: readonly Reading[], setup: Setup, compute: Compute): Reading[] {
  const segment = readings[0]?.rows?.segment;
  const at = segment ? readings.findIndex(({ spend }) => spend?.channel) : -1;
  const spend = readings[at]?.spend;
  if (!segment || !spend) return readings.slice();
  const [names, known] = [spend.channel!, segment].map((term) => distinct(term, setup, compute));
  const channels = names!.map((name): Channel => ({ name, as: sameChannel(name, known!) }));
  const matched = channels.filter(({ as }) => as !== undefined);
  const isSameThing =
    names!.length <= mostChannels && matched.length * 2 >= names!.length && matched.length > 0;
  return readings.map((reading, index) =>
    index === at
      ? { ...reading, spend: { ...spend, ...(isSameThing ? { channels } : { channel: undefined }) } }
      : reading,
  );
}

function distinct(term: Term, setup: Setup, compute: Compute): string[] {
  const [figure] = compute(setup, [recipeOf(term)]);
  const names = new Set(figure!.cells.map(([cell]) => textOf(cell).trim()));
  return Array.from(names).filter((name) => name !== "");
}

/** The channel of each row of spend, by the name that the customers' table has for it. */
export function spendChannels({ number, spend }: Reading): Term | undefined {
  if (!spend?.channel || !spend.channels) return undefined;
  if (!isRenamed(spend.channels)) return spend.channel;
  const side = (which: string): Term => ({ setting: `${number}.channels.${which}` });
  return apply("RENAMED", spend.channel, side("names"), side("meant"));
}

/** What each channel costs and brings, where another table tells what was spent on it. */
export function channelsOf({ customer, date, amount, segment }: RevenueRows, readings: readonly Reading[]) {
  const spent = readings.find((one) => one.spend?.channels);
  const names = spent && spendChannels(spent);
  if (!segment || !names) return undefined;
  const to: Term[] = [
    customer,
    date,
    amount,
    segment,
    names,
    spent.spend!.spend,
    margin,
    inactiveMonths,
    setting("as_of"),
  ];
  return { apply: "CLV_CHANNELS", to } satisfies Call;
}
