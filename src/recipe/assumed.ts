import { setting } from "./term";

/** The assumptions that most calls rest on. */
export const [margin, window, cac, horizon, discount] = [
  setting("gross_margin"),
  setting("window"),
  setting("cac"),
  setting("horizon"),
  setting("discount_rate"),
];
