import { byId } from "./element";

/** Draws before work that keeps the page busy, so that a person sees what is going on; the line moves meanwhile. */
export function whileAtWork(what: string, work: () => void): void {
  const sign = byId("at-work");
  sign.textContent = what;
  sign.hidden = false;
  // The first frame is before the sign is drawn, the second after.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      try {
        work();
      } finally {
        sign.hidden = true;
      }
    }),
  );
}
