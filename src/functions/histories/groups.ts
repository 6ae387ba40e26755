import type { Group } from "../../core/prediction/fitHistories";
import { refusal } from "../../core/refusal";
import type { Series } from "../../sheet/argument";
import { counted } from "../../sheet/words";
import { toHistory } from "./history";

interface Columns {
  readonly frequency: Series;
  readonly recency: Series;
  readonly age: Series;
  readonly repeat_value: Series | undefined;
  readonly customers: Series | undefined;
}

/** What the rows tell, and how many of them lack a figure without which they tell nothing. */
export function groupsOf({ frequency, recency, age, repeat_value, customers }: Columns): {
  readonly groups: Group[];
  readonly leftOut: number;
} {
  let leftOut = 0;
  const groups = frequency.values.flatMap((x, row): Group[] => {
    const [t_x, T, z] = [recency.values[row], age.values[row], repeat_value?.values[row]];
    const weight = customers ? customers.values[row] : 1;
    const isBlank = [x, t_x, T, z, customers && weight].every((value) => value === undefined);
    if (isBlank || weight === 0) return [];
    const isOfSpend = t_x === undefined && T === undefined && z !== undefined;
    if (x === undefined || weight === undefined || (!isOfSpend && (t_x === undefined || T === undefined))) {
      leftOut++;
      return [];
    }
    const place = ` in ${frequency.place(row)}`;
    if (x === 0 && z)
      throw refusal(
        `repeat_value must be blank where frequency is 0, got ${z}${place}: it is the mean of the orders after the first`,
      );
    return [
      {
        weight,
        history: isOfSpend ? undefined : toHistory(x, t_x!, T!, place),
        spend: z === undefined || x === 0 ? undefined : { x, z },
      },
    ];
  });
  return { groups, leftOut };
}

export const leftOutSentence = (rows: number): string[] =>
  rows > 0
    ? [
        `${counted(rows, "row")} left out because of a blank cell: every row needs its figures and its customers.`,
      ]
    : [];
