import { times } from "../../core/math/times";
import { refusal } from "../../core/refusal";
import type { ArgumentDoc, CustomFunction } from "../../sheet/customFunction";
import { shown } from "../../sheet/fault";
import { named } from "../../sheet/named";
import { cellOf } from "../../sheet/range";
import { averages } from "../averages";
import { drivers } from "../drivers";
import { rolling } from "../rolling";

const explained = [averages, drivers, rolling].flatMap((section) => section.functions);
const mostArguments = Math.max(...explained.map(({ args }) => args.length));

/** The function with a name, however it is written: clv_rolling, =CLV_ROLLING(). */
function functionNamed(given: unknown, text: string): CustomFunction {
  const wanted = (typeof given === "string" ? given : "")
    .trim()
    .replace(/^=/, "")
    .replace(/\(.*\)$/, "")
    .toUpperCase();
  const found = explained.find(({ name }) => name === wanted);
  if (found) return found;
  throw refusal(
    `function_name must be a function of averages, drivers or monthly figures, such as "CLV_ROLLING", got ${text}`,
  );
}

const passedOn = times(mostArguments, (index): ArgumentDoc => ({
  name: `argument${index + 1}`,
  text: `Its argument ${index + 1}.`,
  optional: true,
}));

const name = "CLV_EXPLAIN";

export const CLV_EXPLAIN: CustomFunction = {
  name,
  summary:
    "A formula in words, with your own numbers and the result: send it to anyone who asks where a value comes from. Give the function's name, then its arguments as usual.",
  details:
    "Works for averages, drivers and monthly figures. It also says how cells were read, for example churn as customers lost or as rates.",
  notFor: "Not for tables, models and predictions: one sentence cannot explain them.",
  args: [
    {
      name: "function_name",
      text: 'Its name, such as "CLV_ROLLING".',
      optional: false,
    },
    ...passedOn,
  ],
  unit: "text",
  result: "One sentence, or one for each cell where ranges are given to a function of single values",
  example: {
    formula: '=CLV_EXPLAIN("CLV", 100, 36, 80%)',
    result: "CLV: average revenue 100.00 × lifetime 36 × gross margin 80% = 2,880.00",
  },
  source: "The computation of the function that is explained",
  run: (given, zone) => {
    const cell = cellOf(given[0]);
    const wanted = named(name, () => functionNamed(cell, shown(cell, zone)));
    return wanted.explain!(given.slice(1), zone);
  },
};
