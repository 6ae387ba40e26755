import { refusal } from "../../core/refusal";
import { type Account, accounts } from "../../core/subscriptions/accounts";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { customerColumn } from "../arguments";
import { dayOfList, endColumn, mrrColumn, startColumn, toSpans } from "../tables/lifetimes";

/** Losses below which the chances are a first impression. */
const fewLosses = 20;

type Row = Account & { readonly note: string };

const columns: Columns<Row> = {
  Customer: column.words((row) => row.customer),
  Since: column.date((row) => row.since),
  Months: column.count((row) => row.months),
  MRR: column.money((row) => row.mrr),
  "Leaves within 12 months": column.share((row) => row.leaves),
  "Revenue a year at risk": column.money((row) => row.atRisk),
  Note: column.words((row) => row.note),
};

function noteOf({ leaves }: Account, losses: number): string {
  if (losses === 0) return "nobody has left so far";
  if (leaves === undefined) return "too early to tell";
  return losses < fewLosses ? `only ${losses} lost so far` : "";
}

/** Of the example: one of 32 was lost in a month, of those who were seen through one. */
const leaves = 1 - (31 / 32) ** 12;

export const CLV_ACCOUNTS = recordsFunction({
  name: "CLV_ACCOUNTS",
  summary:
    "Who subscribes today, for how much and since when, and how much of the year's revenue is at risk: one row per customer, the most revenue at risk first.",
  details: [
    "A row of the data is one subscription or term. A customer's rows add up. Rows that overlap, or that start by the day after another ends, form one spell, and Since is the first day of the current one. Free rows do not count.",
    "Leaves within 12 months is the chance for everyone of that tenure, from a model of how long all spells last (CLV_RETENTION applied to CLV_SURVIVAL by month). It knows nothing else about the customer. Revenue a year at risk is 12 × MRR × that chance.",
    "Both are blank if nobody has left so far; Note says so, and also when fewer than 20 have left.",
  ].join("\n\n"),
  notFor:
    "For shop orders, use CLV_NEXT_ORDER or CLV_PREDICT. With logins, tickets or other signals, use CLV_HEALTH, which tells customers of the same tenure apart.",
  args: [customerColumn, startColumn, endColumn, mrrColumn, dayOfList],
  columns,
  example: {
    formula:
      '=CLV_ACCOUNTS({"Ann";"Bo";"Ann";"Cy"}, {"2025-01-01";"2025-01-01";"2026-01-01";"2025-01-01"}, {"2025-12-31";"";"";"2025-06-30"}, {50;30;80;20}, "2026-02-28")',
    rows: [
      ["Ann", "2025-01-01", 13, 80, leaves, 12 * 80 * leaves, "only 1 lost so far"],
      ["Bo", "2025-01-01", 13, 30, leaves, 12 * 30 * leaves, "only 1 lost so far"],
    ],
  },
  source: "Spells by Kaplan and Meier; P. Fader, B. Hardie (2007), Journal of Interactive Marketing 21(1)",
  run: (customer, start, end, mrr, as_of) => {
    const rows = customer.map((name, row) => ({ customer: name, start: start[row]!, mrr: mrr[row]! }));
    const known = toSpans(rows, end, as_of, "month");
    const found = accounts(known.spans, known.as_of);
    if (found.accounts.length === 0)
      throw refusal("mrr must be above 0 in a row that still runs, got none: nobody subscribes on that day");
    return found.accounts.map((account) => ({ ...account, note: noteOf(account, found.losses) }));
  },
});
