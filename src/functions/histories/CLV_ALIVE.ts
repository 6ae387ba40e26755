import { aliveAtNext } from "../../core/models/bgBb";
import { models } from "../../core/models/models";
import { scalarFunction } from "../../sheet/scalarFunction";
import { age, frequency, recency, toHistory } from "./history";
import { anyFitArgument, toYears } from "./yearsBlock";

export const CLV_ALIVE = scalarFunction({
  name: "CLV_ALIVE",
  summary: "Chance that a customer is still active, read from the silence since the latest order.",
  details:
    "Nobody tells a shop that they have left: the longer a customer is quiet against the own rhythm, the lower the chance. Under bg/nbd it is 1 for everybody without a repeat purchase; mbg/nbd and pareto/nbd let one-time buyers leave. With a table of CLV_FIT_YEARS age is the number of opportunities so far, and the chance is that at the next one.",
  notFor:
    "Where contracts end on a known day, take CLV_SURVIVAL. For all customers of a table at once take CLV_PREDICT.",
  args: [anyFitArgument, frequency, recency, age],
  unit: "share",
  result: "A probability, or one for each row where ranges are given",
  example: { formula: "=CLV_ALIVE(F1:H19, 26, 30, 31)", result: 0.9422324674817625 },
  source:
    "Models of CLV_FIT; for BG/NBD equation 7 of Fader, Hardie, Lee (2008), note 021; for BG/BB Fader, Hardie, Shang (2010)",
  run: ({ model, params }, x, t_x, T) =>
    model === "bg/bb"
      ? aliveAtNext(params, toYears(x, t_x, T))
      : models[model].probabilityAlive(params, toHistory(x, t_x, T)),
});
