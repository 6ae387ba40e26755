import { type ChannelCredit, attribution } from "../../core/attribution/attribution";
import { type Touch, pathsOf } from "../../core/attribution/paths";
import { refusal } from "../../core/refusal";
import { nameSeries, number, unread } from "../../sheet/argument";
import { momentColumn } from "../../sheet/moment";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { counted } from "../../sheet/words";
import { customerColumn } from "../arguments";
import { withoutSegment } from "../tables/purchases";
import { conversionsIn } from "./conversions";
import { requireFew } from "./firstSegments";

/** A channel's credit, and in the first row what is to be known of all of them. */
type Row = ChannelCredit & { readonly note: string };

const columns: Columns<Row> = {
  Channel: column.words((row) => row.channel),
  Touches: column.count((row) => row.touches),
  Customers: column.count((row) => row.customers),
  "First touch": column.number((row) => row.firstTouch),
  "Last touch": column.number((row) => row.lastTouch),
  Linear: column.number((row) => row.linear),
  "Position based": column.number((row) => row.positionBased),
  "Time decay": column.number((row) => row.timeDecay),
  Markov: column.number((row) => row.markov),
  Note: column.words((row) => row.note),
};

/** Conversions on which a chain of transitions rests on few. */
const fewConversions = 30;

export const CLV_ATTRIBUTION = recordsFunction({
  name: "CLV_ATTRIBUTION",
  summary:
    "Which channel gets credit for customers won over several touches, by six rules side by side; each column adds up to the customers won. One row per channel, highest Markov credit first.",
  details: [
    "Each row is a touch: a visit, a click, a call. Touches on one day go by their time, then by row order. conversions lists the customers who converted, or two columns with the day of each. Only a customer's first conversion counts, touches after that day are ignored, and a row without a day is no conversion. Without conversions, everyone counts as converted, and Markov cannot learn from those who did not: give them if you can.",
    "First touch and Last touch credit one touch; Linear credits all equally; Position based gives 40% each to the first and last and 20% to those between (two touches share half and half); Time decay halves the weight of a touch for every half_life_days before the conversion. These are fixed rules, whatever the data say.",
    "Markov is data-driven: from how often each channel leads to another, to a conversion or to a loss, it works out what share of conversions would go if everyone who meets the channel were lost instead, and splits the conversions in that proportion. It is not an experiment: a channel that meets people who would have bought anyway, such as a search for your name, gets too much credit.",
    "For CAC by channel, divide spend by one of the columns. Converted customers without a touch are left out; Note in the first row says how many, and warns of fewer than 30 conversions.",
  ].join("\n\n"),
  notFor:
    "Not if each customer has one known channel: use CLV_CHANNELS. Not as proof that a channel works: only a test shows that, see CLV_IMPACT.",
  args: [
    customerColumn,
    momentColumn,
    nameSeries({ name: "channel", text: "Channel of each touch." }),
    unread({
      name: "conversions",
      text: "Customers who converted, or two columns: customer and date.",
      optional: true,
      whenLeftOut: "all customers",
    }),
    number({
      name: "half_life_days",
      text: "Days in which a touch loses half its weight.",
      above: 0,
      otherwise: 7,
    }),
  ],
  columns,
  picture: {
    kind: "bars",
    caption: "Customers won, by the channel that gets the credit (Markov)",
    label: "Channel",
    series: ["Markov"],
  },
  example: {
    formula:
      '=CLV_ATTRIBUTION({"Ann";"Ann";"Bo";"Cy"}, {"2026-01-01";"2026-01-08";"2026-01-03";"2026-01-04"}, {"ads";"mail";"ads";"mail"}, {"Ann";"Cy"})',
    rows: [
      // By the chain 2 of 3 convert, without mail nobody and without ads 1 of 3: removal effects of 1 and 1 ÷ 2.
      ["mail", 2, 2, 1, 2, 1.5, 1.5, 1 + 2 / 3, 4 / 3, "Only 2 conversions: read Markov with care."],
      ["ads", 2, 2, 1, 0, 0.5, 0.5, 1 / 3, 2 / 3, ""],
    ],
  },
  source:
    "E. Anderl, I. Becker, F. von Wangenheim, J. Schumann (2016), Mapping the customer journey, International Journal of Research in Marketing 33(3); order 1",
  run: (customer, moment, channel, given, half_life_days) => {
    const touches = customer.map((name, row): Touch => {
      const { day, time } = moment[row]!;
      return { customer: name, day, time, channel: channel.values[row] ?? withoutSegment };
    });
    if (touches.length === 0)
      throw refusal("date must have at least one row with a customer next to it, got none");
    requireFew("channel", new Set(touches.map((touch) => touch.channel)).size, "source or campaign");
    const conversions = conversionsIn(given);
    const paths = pathsOf(touches, conversions);
    const converted = paths.filter(({ isConverted }) => isConverted).length;
    const all = conversions?.size ?? converted;
    if (converted === 0)
      throw refusal(
        `conversions must be customers with a touch by that day, got none of ${all}: check their names and dates`,
      );
    const left = all - converted;
    const notes = [
      left > 0 && `Left out, with no touch before: ${left} of ${counted(all, "conversion")}.`,
      converted < fewConversions && `Only ${counted(converted, "conversion")}: read Markov with care.`,
    ];
    const note = notes.filter(Boolean).join(" ");
    return attribution(paths, half_life_days).map((row, index): Row => ({
      ...row,
      note: index === 0 ? note : "",
    }));
  },
});
