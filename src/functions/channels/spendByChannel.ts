import { refusal } from "../../core/refusal";
import { type Unread, nameSeries, numberOfRow } from "../../sheet/argument";
import { quoted } from "../../sheet/fault";
import { isTotalLabel } from "../../sheet/labels";
import { isLeftOut, readApart } from "../../sheet/readApart";
import { withoutSegment } from "../tables/purchases";

const columns = [
  nameSeries({ name: "spend_channel", text: "" }),
  numberOfRow({ name: "spend", text: "", atLeast: 0 }),
] as const;

/** What each channel cost, its rows added up; undefined where neither column is given. */
export function spendByChannel(
  spend_channel: Unread,
  spend: Unread,
  isChannel: (name: string) => boolean,
): Map<string, number> | undefined {
  if (isLeftOut(spend_channel) && isLeftOut(spend)) return undefined;
  if (isLeftOut(spend_channel))
    throw refusal("spend_channel must be given with spend, got nothing: add it, such as F2:F");
  const [names, amounts] = readApart(columns, [spend_channel, spend]);
  const costs = new Map<string, number>();
  amounts.forEach((amount, row) => {
    const name = names.values[row] ?? withoutSegment;
    if (isTotalLabel(name) && !isChannel(name))
      throw refusal(
        `spend_channel must be channels without their total, got ${quoted(name)} in ${names.place(row)}: leave it out`,
      );
    costs.set(name, (costs.get(name) ?? 0) + amount);
  });
  return costs;
}
