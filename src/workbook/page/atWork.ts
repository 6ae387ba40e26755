import { byId } from "./element";

/** Says what is going on now, or with "" that it is over. */
export function sayAtWork(what: string): void {
  const sign = byId("at-work");
  sign.textContent = what;
  sign.hidden = what === "";
}

/** Until what was said is on the screen: the first frame is before it is drawn, the second after. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** Draws before work that keeps the page busy, so that a person sees what is going on; the line moves meanwhile. */
export async function whileAtWork(what: string, work: () => void): Promise<void> {
  sayAtWork(what);
  await drawn();
  try {
    work();
  } finally {
    sayAtWork("");
  }
}
