import type { Figure } from "../recipe/figure";
import type { Headline } from "./headline/headline";
import type { Reading } from "./reading";
import { measuresOf, numberIn, wordsOf } from "./results";
import { type Sentence, plural, saidMoney, saidNumber, saidShare } from "./sentence";

/** What is known of a value and the data behind it. */
export interface Evidence {
  readonly reading: Reading;
  readonly headline: Headline;
  readonly profile: Figure | undefined;
  /** Months from the first of the data to the last. */
  readonly history: number | undefined;
  /** What a customer has paid so far, on average. */
  readonly paid: number | undefined;
  /** The share of revenue that the value counts. */
  readonly margin: number;
  /** Rows of subscriptions that are over, of which nobody says since when. */
  readonly endless: number;
  /** Share of the revenue in rows without a customer. */
  readonly ownerless: number;
}

/** One customer carries the value from here on, among as many as these. */
const largestShare = 0.2;
const fewCustomers = 10;
const ownerlessShare = 0.1;
const longerLifetime = 3;
const otherPause = 0.25;

type Check = (evidence: Evidence) => Sentence | undefined;

const isLifetime = ({ question }: Headline) => question === "contracts" || question === "billed";

const several: Check = ({ reading: { table } }) =>
  table.currencies && [
    `Amounts are in several currencies (${table.currencies.join(", ")}), which cannot be added up: convert them into one first, or filter the data.`,
  ];

const paidBack: Check = ({ paid }) =>
  paid === undefined || paid > 0
    ? undefined
    : [
        paid === 0
          ? "The amounts add up to 0: check under Data which column holds them."
          : "More was refunded than paid: negative amounts add up to more than positive ones. If your sales have a minus sign, flip it.",
      ];

const belowWhatWasPaid: Check = ({ headline, paid, margin }) => {
  const high = headline.atLeast === undefined ? headline.high : undefined;
  if (!isLifetime(headline) || paid === undefined || high === undefined || high >= paid * margin)
    return undefined;
  return [
    `Customers have already ${margin === 1 ? "paid" : "brought in"} `,
    saidMoney(paid * margin),
    " each, more than this value: ",
    headline.question === "billed"
      ? "customers who pause count as lost. If they come back, set Lost after, in days."
      : "early customers paid more or stayed longer than today's. Look at the trend.",
  ];
};

const withoutCustomer: Check = ({ ownerless }) =>
  ownerless > ownerlessShare
    ? [
        "Rows without a customer hold ",
        saidShare(ownerless),
        " of the revenue and do not count: fill in who bought, or use a complete column.",
      ]
    : undefined;

const endedUntold: Check = ({ endless, headline: { question } }) =>
  endless > 0 && question === "contracts"
    ? [
        `${plural(endless, "subscription")} ${endless === 1 ? "has" : "have"} ended without a last day and ${endless === 1 ? "does" : "do"} not count, so churn is too low and the value too high: fill in when each ended.`,
      ]
    : undefined;

const fewLost: Check = ({ reading: { subscriptions }, headline }) => {
  const { lost, atLeast, figure, question } = headline;
  if (atLeast === undefined || lost === undefined) return undefined;
  if (lost === 0)
    return [
      "Nobody was lost in the period that counts, so there is only a lower limit: look again once some have left.",
      ...(subscriptions
        ? [" If the list has only current customers, it is too high: add those who have left."]
        : []),
    ];
  return [
    lost === 1 ? "Only one customer was lost" : `Only ${plural(Math.round(lost), "customer")} were lost`,
    " in the period that counts, too few for a value: the estimate is ",
    saidMoney(numberIn(figure.cells[0]?.[0]) ?? 0),
    question === "contracts" ? ". A longer window counts more." : ".",
  ];
};

/** What the function says itself; of steady payers the other checks say the same in more words. */
const noteOfFunction: Check = ({ headline: { note, question } }) =>
  note && question !== "billed" ? [`${note[0]!.toUpperCase()}${note.slice(1)}.`] : undefined;

const longLifetime: Check = ({ headline, history }) => {
  const { lifetime, question } = headline;
  if (!isLifetime(headline) && question !== "snapshot") return undefined;
  if (lifetime === undefined || !history || lifetime <= longerLifetime * history) return undefined;
  return [
    "Customers would stay ",
    saidNumber(lifetime),
    " months, but the data cover only ",
    saidNumber(history),
    ", and churn may not stay that low. Count only the next few years.",
  ];
};

const oneCarriesIt: Check = ({ headline, profile }) => {
  if (headline.question === "few" || !profile) return undefined;
  const measures = measuresOf(profile);
  const [share, customers] = ["Largest share", "Customers"].map((name) => numberIn(measures.get(name)));
  if (share === undefined || customers === undefined) return undefined;
  if (customers < fewCustomers)
    return [`Only ${plural(customers, "customer")}: look at each of them rather than at the mean.`];
  return share > largestShare
    ? [
        `One customer, ${wordsOf(measures.get("Largest customer"))}, has brought in `,
        saidShare(share),
        " of all revenue: the mean says little about the others. Look at segments, or leave this customer out.",
      ]
    : undefined;
};

const hangsOnPause: Check = ({ headline: { pauses, atLeast } }) => {
  const [short, long] = pauses ?? [];
  if (!short || long === undefined || atLeast !== undefined) return undefined;
  return Math.abs(long / short - 1) > otherPause
    ? [
        "It depends on how long a customer may skip payments before counting as lost: ",
        saidMoney(short),
        " after one and a half intervals, ",
        saidMoney(long),
        " after two and a half. If you know it, set Lost after, in days.",
      ]
    : undefined;
};

/** What is looked at for every answer, what matters most first. */
const checks: readonly Check[] = [
  several,
  paidBack,
  belowWhatWasPaid,
  withoutCustomer,
  endedUntold,
  fewLost,
  noteOfFunction,
  longLifetime,
  oneCarriesIt,
  hangsOnPause,
];

/** What makes an answer doubtful: what the table itself leaves open, then what the value shows. */
export const doubtsOf = (evidence: Evidence): Sentence[] => [
  ...(evidence.reading.table.questions ?? []).map((question) => [`${question}.`]),
  ...checks.flatMap((check) => {
    const said = check(evidence);
    return said ? [said] : [];
  }),
];
