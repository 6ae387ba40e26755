import { oddsCount } from "./death";
import { type Ends, type TransactionFit, fitTransactions } from "./fitTransactions";
import { type Histories, type History, collapse, countOf } from "./history";
import type { UnitOfLast } from "./limit";
import { type Parameters, type Total, logistic } from "./nbd";

/**
 * The log of the odds that a customer has dropped out, −∞ where that cannot be, and its derivatives by the parameters; what
 * follows is the model's own.
 */
export type DeadOdds = Float64Array;

export const noOdds = (): DeadOdds => new Float64Array(oddsCount).fill(-Infinity, 0, 1);

/** The odds of each distinct history: their logarithms, and four derivatives of each. */
interface AllDeadOdds {
  readonly logs: Float64Array;
  readonly slopes: Float64Array;
}

/** A model of who buys how often and until when; times in the unit of its parameters. */
export interface TransactionModel {
  readonly name: string;
  readonly parameterNames: readonly string[];
  readonly unitOfLast: UnitOfLast;
  /** Of one customer, or of many with their weights. */
  readonly logLikelihood: (params: Parameters, history: History | Histories) => number;
  readonly fit: (histories: readonly History[] | Histories) => TransactionFit;
  readonly deadOdds: (params: Parameters, history: History) => DeadOdds;
  readonly allDeadOdds: (params: Parameters, histories: Histories) => AllDeadOdds;
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
  /** The same for all distinct histories that can have dropped out, where they share work; the next ones write over them. */
  readonly eachOdds?: (
    params: readonly number[],
    histories: Histories,
    visit: (place: number, odds: DeadOdds) => void,
  ) => void;
  readonly ends?: Ends;
};

/** The verbs that follow from what differs between the models. */
export function transactionModel({ writeOdds, eachOdds, ends, ...core }: Core): TransactionModel {
  const deadOdds: TransactionModel["deadOdds"] = (params, { x, t_x, T }) => {
    const odds = noOdds();
    writeOdds(params, x, t_x, T, odds);
    return odds;
  };
  const oneByOne: Core["eachOdds"] = (params, { columns: { times, latest, ends: untils, runs } }, visit) => {
    const odds = noOdds();
    for (const { x, from, to } of runs)
      for (let place = from; place < to; place++) {
        odds[0] = -Infinity;
        writeOdds(params, x, times[latest[place]!]!, times[untils[place]!]!, odds);
        visit(place, odds);
      }
  };
  const probabilityAlive: TransactionModel["probabilityAlive"] = (params, history) =>
    logistic(-deadOdds(params, history)[0]!);
  return {
    ...core,
    deadOdds,
    allDeadOdds: (params, histories) => {
      const logs = new Float64Array(countOf(histories)).fill(-Infinity);
      const slopes = new Float64Array(4 * logs.length);
      (eachOdds ?? oneByOne)(params, histories, (place, odds) => {
        logs[place] = odds[0]!;
        for (let k = 0; k < 4; k++) slopes[4 * place + k] = odds[k + 1]!;
      });
      return { logs, slopes };
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
