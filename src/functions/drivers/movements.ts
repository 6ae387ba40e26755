// Movements of recurring revenue in one period, as CLV_SUBSCRIPTIONS counts them.
import { number } from "../../sheet/argument";

export const mrrAtStart = number({
  name: "mrr_at_start",
  text: "Monthly recurring revenue at the start of the period.",
  above: 0,
});

export const expansion = number({
  name: "expansion",
  text: "Extra MRR that customers at the start pay by the end.",
  atLeast: 0,
});

export const contraction = number({
  name: "contraction",
  text: "MRR that customers who stay no longer pay, as a positive number.",
  atLeast: 0,
});

export const lost = number({
  name: "lost",
  text: "MRR of the customers who left, as a positive number.",
  atLeast: 0,
});
