import type { Ways } from "../services/ways/ways";

/** Which results of functions of the add-on are still to come, where Sheets does not compute them at once. */
export interface PendingResults {
  /** What a call gives; undefined where it is still to come. */
  readonly resultOf: (name: string, args: readonly unknown[], compute: () => unknown) => Given | undefined;
  /** Runs a script, during which results may be late; then all come. */
  readonly run: <Result>(script: () => Result) => Result;
  /** Lets results come that a script waits for. */
  readonly settle: () => void;
}

interface Given {
  readonly result: unknown;
}

/** What a call is known by. */
const keyOf = (name: string, args: readonly unknown[]) => JSON.stringify([name, args]);

/** Calculates what has changed, or all. */
interface Calculation {
  readonly changes: () => void;
  readonly all: () => void;
}

/** As in Sheets, a call with arguments of before has its result of before. */
export function createPendingResults(ways: Ways, calculate: Calculation): PendingResults {
  const known = new Map<string, Given>();
  let isRunning = false;
  let isLate = false;
  const come = () => {
    if (!isLate) return;
    isLate = false;
    calculate.all();
  };
  return {
    resultOf: (name, args, compute) => {
      if (ways.results === "at once") return { result: compute() };
      const key = keyOf(name, args);
      const before = known.get(key);
      if (before) return before;
      if (isRunning) {
        isLate = true;
        return undefined;
      }
      const given = { result: compute() };
      known.set(key, given);
      return given;
    },
    run: (script) => {
      if (isRunning) return script();
      isRunning = true;
      try {
        return script();
      } finally {
        isRunning = false;
        come();
      }
    },
    settle: () => {
      if (!isRunning || ways.results !== "while it waits") return;
      isRunning = false;
      calculate.changes();
      come();
      isRunning = true;
    },
  };
}
