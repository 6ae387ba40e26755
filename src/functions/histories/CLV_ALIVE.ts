import { aliveAtNext } from "../../core/models/bgBb";
import { models } from "../../core/models/models";
import { scalarFunction } from "../../sheet/scalarFunction";
import { age, frequency, recency, toHistory } from "./history";
import { anyFitArgument, toYears } from "./yearsBlock";

export const CLV_ALIVE = scalarFunction({
  name: "CLV_ALIVE",
  summary:
    "Chance that a customer is still active, given how long they have been silent since their latest order.",
  details:
    "Customers do not tell a shop when they leave: the longer one is silent compared with their own rhythm, the lower the chance. Under bg/nbd it is 1 for everyone without a repeat purchase; under mbg/nbd and pareto/nbd, one-time buyers may have left. With a CLV_FIT_YEARS table, age is the number of opportunities so far, and the chance is that at the next one.",
  notFor:
    "If contracts end on a known day, use CLV_SURVIVAL. For all customers of a table at once, use CLV_PREDICT.",
  args: [anyFitArgument, frequency, recency, age],
  unit: "share",
  result: "A probability, or one per row for ranges",
  example: { formula: "=CLV_ALIVE(F1:H19, 26, 30, 31)", result: 0.9422324674817625 },
  source:
    "Models of CLV_FIT; for BG/NBD equation 7 of Fader, Hardie, Lee (2008), note 021; for BG/BB Fader, Hardie, Shang (2010)",
  run: ({ model, params }, x, t_x, T) =>
    model === "bg/bb"
      ? aliveAtNext(params, toYears(x, t_x, T))
      : models[model].probabilityAlive(params, toHistory(x, t_x, T)),
});
