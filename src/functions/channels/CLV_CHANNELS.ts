import { type ChannelSummary, channels } from "../../core/purchases/channels";
import { usualPause } from "../../core/purchases/pause";
import { nameSeries, unread } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { asOf, grossMargin, inactiveMonths } from "../arguments";
import { purchaseColumns, toPurchases } from "../tables/purchases";
import { firstSegments, requireFew } from "./firstSegments";
import { spendByChannel } from "./spendByChannel";

const columns: Columns<ChannelSummary> = {
  Channel: column.words((row) => row.channel),
  "New customers": column.count((row) => row.newCustomers),
  Share: column.share((row) => row.share),
  Spend: column.money((row) => row.spend),
  CAC: column.money((row) => row.cac),
  "Value per customer to date": column.money((row) => row.valueToDate),
  CLV: column.money((row) => row.value),
  "CLV:CAC": column.ratio((row) => row.ratio),
  "Payback (months)": column.count((row) => row.payback),
  Note: column.words((row) => row.note),
};

export const CLV_CHANNELS = recordsFunction({
  name: "CLV_CHANNELS",
  summary:
    "Which channel pays: new customers, acquisition cost (CAC), value to date and CLV per customer, CLV:CAC and months to payback. One row per channel, highest CLV:CAC first, then a row Total.",
  details: [
    "A customer belongs to the channel of their earliest row (on one day, the upper one). New customers are all customers in the rows, so give the spend of the same time: CAC is Spend ÷ New customers. Spend is matched by channel name as written. A channel with spend alone gets its own row, one without spend no CAC. Total divides all spend by all new customers.",
    "Value per customer to date is gross profit so far ÷ New customers, or revenue without a margin. CLV is that of CLV_SEGMENTS, with the same words in Note: a customer is lost after inactive_after quiet months.",
    "Payback (months) is the first age at which the total customers have brought in (as in CLV_CURVE) reaches the CAC: 0 for the calendar month of the first order, 1 for the month after. Only finished months count. It is blank if no age reaches the CAC, and Note gives the last age seen: a young channel may still pay back. Note also says when CAC is above CLV and when payback rests on fewer than five customers.",
  ].join("\n\n"),
  notFor:
    "If customers meet several channels before they buy, split the credit with CLV_ATTRIBUTION first. Not for subscriptions with a start and an end, whose payments are not orders.",
  args: [
    ...purchaseColumns,
    nameSeries({ name: "channel", text: "Channel of each row, such as the source of the order." }),
    unread({
      name: "spend_channel",
      text: "Channels of the spend, one row each or several.",
      optional: true,
      whenLeftOut: "no CAC and no payback",
    }),
    unread({
      name: "spend",
      text: "Spend of each of these rows, 0 or more.",
      optional: true,
      whenLeftOut: "no CAC and no payback",
    }),
    grossMargin,
    inactiveMonths,
    asOf,
  ],
  columns,
  picture: { kind: "bars", caption: "CLV:CAC by channel", label: "Channel", series: ["CLV:CAC"] },
  example: {
    formula:
      '=CLV_CHANNELS({"Ann";"Ann";"Bo";"Bo"}, {"2025-01-01";"2025-01-31";"2025-01-01";"2025-12-31"}, {60;60;90;150}, {"ads";"ads";"fair";"fair"}, {"ads";"fair"}, {80;200}, 50%, 3)',
    rows: [
      [
        "ads",
        1,
        1 / 2,
        80,
        80,
        60,
        60,
        60 / 80,
        "",
        "few, pause under 4 gaps, CAC above CLV, not paid back by age 11",
      ],
      [
        "fair",
        1,
        1 / 2,
        200,
        200,
        120,
        "",
        "",
        "",
        "few, pause under 4 gaps, nobody lost, not paid back by age 11",
      ],
      [
        "Total",
        2,
        1,
        280,
        140,
        90,
        60,
        60 / 140,
        "",
        "few, pause under 4 gaps, CAC above CLV, not paid back by age 11",
      ],
    ],
  },
  source: "CLV_SEGMENTS, CLV_CURVE and spend ÷ new customers, by the channel of the first order",
  run: (customer, date, amount, channel, spend_channel, spend, gross_margin, inactive_after, as_of) => {
    const { histories, as_of: lastDay } = toPurchases(customer, date, amount, as_of);
    const channelOf = firstSegments(customer, date, channel.values);
    const names = new Set(histories.map((one) => channelOf.get(one.customer)!));
    requireFew("channel", names.size, "source or campaign");
    return channels(
      histories,
      (name) => channelOf.get(name)!,
      spendByChannel(spend_channel, spend, (name) => names.has(name)),
      gross_margin,
      inactive_after ?? usualPause(histories, lastDay).months,
      lastDay,
    );
  },
});
