import { type Ends, type TransactionFit, fitTransactions } from "./fitTransactions";
import { type Histories, type History, collapse, countOf } from "./history";
import type { UnitOfLast } from "./limit";
import { type Parameters, type Total, logistic } from "./nbd";

/** The log of the odds that a customer has dropped out, −∞ where that cannot be, and its derivatives by the parameters. */
export interface DeadOdds {
  log: number;
  readonly slopes: [number, number, number, number];
}

/** Told the odds of the history at a place, which the next ones write over. */
export type Visit = (place: number, odds: DeadOdds) => void;

/** A model of who buys how often and until when; times in the unit of its parameters. */
export interface TransactionModel {
  readonly name: string;
  readonly parameterNames: readonly string[];
  readonly unitOfLast: UnitOfLast;
  /** Of one customer, or of many with their weights. */
  readonly logLikelihood: (params: Parameters, history: History | Histories) => number;
  readonly fit: (histories: readonly History[] | Histories) => TransactionFit;
  readonly deadOdds: (params: Parameters, history: History) => DeadOdds;
  /** The same of each distinct history that can have dropped out, one after the other. */
  readonly eachDeadOdds: (params: Parameters, histories: Histories, visit: Visit) => void;
  /** The logarithms alone. */
  readonly logDeadOdds: (params: Parameters, histories: Histories) => Float64Array;
  readonly probabilityAlive: (params: Parameters, history: History) => number;
  /** Expected purchases over the horizon of a customer with this history. */
  readonly expectedPurchases: (params: Parameters, history: History, horizon: number) => number;
  /** The same of one known to be active; writes its derivatives by the parameters into `slopes` where they are asked for. */
  readonly expectedIfAlive: (
    params: Parameters,
    history: History,
    horizon: number,
    slopes?: number[],
  ) => number;
  /** Expected repeat purchases over the horizon from the first purchase on. */
  readonly expectedPurchasesNew: (params: Parameters, horizon: number) => number;
  readonly total: Total;
}

type Core = Pick<
  TransactionModel,
  "name" | "parameterNames" | "unitOfLast" | "total" | "expectedIfAlive" | "expectedPurchasesNew"
> & {
  /** Overwrites the odds unless dropping out cannot be. */
  readonly writeOdds: (params: readonly number[], x: number, t_x: number, T: number, odds: DeadOdds) => void;
  /** The same for all distinct histories that can have dropped out, where they share work. */
  readonly visitOdds?: (params: readonly number[], histories: Histories, visit: Visit) => void;
  readonly ends?: Ends;
};

/** The verbs that follow from what differs between the models. */
export function transactionModel({ writeOdds, visitOdds, ends, ...core }: Core): TransactionModel {
  const deadOdds: TransactionModel["deadOdds"] = (params, { x, t_x, T }) => {
    const odds: DeadOdds = { log: -Infinity, slopes: [0, 0, 0, 0] };
    writeOdds(params, x, t_x, T, odds);
    return odds;
  };
  const eachDeadOdds: TransactionModel["eachDeadOdds"] = (params, histories, visit) => {
    if (visitOdds) return visitOdds(params, histories, visit);
    const { times, latest, ends: untils, runs } = histories.columns;
    const odds: DeadOdds = { log: -Infinity, slopes: [0, 0, 0, 0] };
    for (const { x, from, to } of runs)
      for (let place = from; place < to; place++) {
        odds.log = -Infinity;
        writeOdds(params, x, times[latest[place]!]!, times[untils[place]!]!, odds);
        if (odds.log > -Infinity) visit(place, odds);
      }
  };
  const probabilityAlive: TransactionModel["probabilityAlive"] = (params, history) =>
    logistic(-deadOdds(params, history).log);
  return {
    ...core,
    deadOdds,
    eachDeadOdds,
    logDeadOdds: (params, histories) => {
      const logs = new Float64Array(countOf(histories)).fill(-Infinity);
      eachDeadOdds(params, histories, (place, odds) => (logs[place] = odds.log));
      return logs;
    },
    probabilityAlive,
    logLikelihood: (params, history) => core.total(params, toHistories(history), [0, 0, 0, 0]),
    fit: (histories) =>
      fitTransactions(
        core.total,
        "customers" in histories ? histories : collapse(histories),
        core.unitOfLast,
        ends,
      ),
    expectedPurchases: (params, history, horizon) =>
      probabilityAlive(params, history) * core.expectedIfAlive(params, history, horizon),
  };
}

const toHistories = (history: History | Histories) =>
  "customers" in history ? history : collapse([history]);
