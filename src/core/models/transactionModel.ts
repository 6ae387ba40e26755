import { type Ends, type TransactionFit, fitTransactions } from "./fitTransactions";
import { type Histories, type History, collapse } from "./history";
import type { UnitOfLast } from "./limit";
import { type Parameters, type Total, logistic } from "./nbd";

/** The log of the odds that a customer has dropped out, −∞ where that cannot be, and its derivatives by the parameters. */
export interface DeadOdds {
  log: number;
  readonly slopes: [number, number, number, number];
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
  /** The same of each distinct history. */
  readonly allDeadOdds: (params: Parameters, histories: Histories) => DeadOdds[];
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
  /** The same for all distinct histories, where they share work. */
  readonly writeAllOdds?: (params: readonly number[], histories: Histories, odds: DeadOdds[]) => void;
  readonly ends?: Ends;
};

const impossible = (): DeadOdds => ({ log: -Infinity, slopes: [0, 0, 0, 0] });

/** The verbs that follow from what differs between the models. */
export function transactionModel({ writeOdds, writeAllOdds, ends, ...core }: Core): TransactionModel {
  const deadOdds: TransactionModel["deadOdds"] = (params, { x, t_x, T }) => {
    const odds = impossible();
    writeOdds(params, x, t_x, T, odds);
    return odds;
  };
  const allDeadOdds: TransactionModel["allDeadOdds"] = (params, histories) => {
    if (!writeAllOdds) return histories.distinct.map((history) => deadOdds(params, history));
    const odds = histories.distinct.map(impossible);
    writeAllOdds(params, histories, odds);
    return odds;
  };
  const probabilityAlive: TransactionModel["probabilityAlive"] = (params, history) =>
    logistic(-deadOdds(params, history).log);
  return {
    ...core,
    deadOdds,
    allDeadOdds,
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
