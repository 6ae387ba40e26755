/** Whether a customer is there, can still be won over, or has left, as far as a chance tells. */
export type Standing = "active" | "can still be saved" | "probably lost";

/** Chances to be active between which a customer is worth an effort: above few would leave, below few come back. */
const [lostBelow, activeAbove] = [0.2, 0.8];

export const standingOf = (probabilityAlive: number): Standing =>
  probabilityAlive < lostBelow
    ? "probably lost"
    : probabilityAlive > activeAbove
      ? "active"
      : "can still be saved";
