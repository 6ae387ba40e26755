// Movements of recurring revenue in one period, as CLV_SUBSCRIPTIONS counts them.
import { number } from "../../sheet/argument";

export const mrrAtStart = number({
  name: "mrr_at_start",
  text: "Monthly recurring revenue at the start of the period.",
  above: 0,
});

export const expansion = number({
  name: "expansion",
  text: "What customers there at the start pay more by its end.",
  atLeast: 0,
});

export const contraction = number({
  name: "contraction",
  text: "What those who stay pay less by its end, as a positive number.",
  atLeast: 0,
});

export const lost = number({
  name: "lost",
  text: "What those who left had paid, as a positive number.",
  atLeast: 0,
});
