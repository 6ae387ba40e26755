import type { Call } from "../recipe/term";
import { creditCall } from "./channelSteps";
import { type Health, healthOf } from "./health";
import type { Ground } from "./nextStep";

/** What further tables tell of the customers. */
export interface Beside {
  /** Who may leave, by how they use it. */
  readonly health: Health | undefined;
  /** Which channel is to thank for them. */
  readonly credit: Call | undefined;
}

export const besideOf = (ground: Pick<Ground, "reading" | "readings" | "work">): Beside => ({
  health: healthOf(ground),
  credit: creditCall(ground),
});
