import { onceAnExecution } from "../execution";

/** Apps Script stops a script after six minutes; what is written by then stays, and the rest can be said to be missing. */
const budget = 270_000;

/** How long to wait for a cell, in milliseconds, and how long once one has not come. */
const [patient, impatient] = [40_000, 8_000];

const clock = onceAnExecution(() => ({ started: Date.now(), longest: patient }));

/** How long something takes, in milliseconds. */
export function timeOf(work: () => void): number {
  const start = Date.now();
  work();
  return Date.now() - start;
}

export const startClock = (): void => void clock();

export const isTimeUp = (): boolean => Date.now() - clock().started > budget;

/** Waits a little until something is there; undefined where it does not come. */
export function waitFor<Value>(look: () => Value | undefined): Value | undefined {
  const until = Math.min(Date.now() + clock().longest, clock().started + budget);
  for (;;) {
    const value = look();
    if (value !== undefined) return value;
    if (Date.now() > until) break;
    Utilities.sleep(500);
  }
  clock().longest = impatient;
  return undefined;
}
