import { type Ends, type TransactionFit, fitTransactions } from "./fitTransactions";
import { type Histories, type History, collapse } from "./history";
import type { UnitOfLast } from "./limit";
import { type Parameters, logistic, nbdLogLikelihood, softplus } from "./nbd";

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
  readonly probabilityAlive: (params: Parameters, history: History) => number;
  /** Expected purchases over the horizon of a customer with this history, and of one known to be active. */
  readonly expectedPurchases: (params: Parameters, history: History, horizon: number) => number;
  readonly expectedIfAlive: (params: Parameters, history: History, horizon: number) => number;
  /** Expected repeat purchases over the horizon from the first purchase on. */
  readonly expectedPurchasesNew: (params: Parameters, horizon: number) => number;
  /** Log-likelihood of many customers; writes its derivatives into `gradient`. */
  readonly total: (params: readonly number[], histories: Histories, gradient: number[]) => number;
}

type Core = Pick<
  TransactionModel,
  "name" | "parameterNames" | "unitOfLast" | "expectedIfAlive" | "expectedPurchasesNew"
> & {
  /** What never dropping out adds to the log-likelihood of the purchases; its derivatives are added to `gradient`. */
  readonly stay: TransactionModel["total"];
  /** Overwrites the odds, since this is the innermost loop of a fit, unless dropping out cannot be. */
  readonly writeOdds: (params: readonly number[], x: number, t_x: number, T: number, odds: DeadOdds) => void;
  readonly ends?: Ends;
};

const impossible = (): DeadOdds => ({ log: -Infinity, slopes: [0, 0, 0, 0] });

/** The verbs that follow from what differs between the models. */
export function transactionModel({ stay, writeOdds, ends, ...core }: Core): TransactionModel {
  const total: TransactionModel["total"] = (params, histories, gradient) => {
    gradient.fill(0);
    let value = nbdLogLikelihood(params, histories, gradient) + stay(params, histories, gradient);
    const odds = impossible();
    for (const { x, t_x, T, weight } of histories.distinct) {
      odds.log = -Infinity;
      writeOdds(params, x, t_x, T, odds);
      if (odds.log === -Infinity) continue;
      value += weight * softplus(odds.log);
      const dead = weight * logistic(odds.log);
      for (let k = 0; k < 4; k++) gradient[k]! += dead * odds.slopes[k]!;
    }
    return value;
  };
  const deadOdds: TransactionModel["deadOdds"] = (params, { x, t_x, T }) => {
    const odds = impossible();
    writeOdds(params, x, t_x, T, odds);
    return odds;
  };
  const probabilityAlive: TransactionModel["probabilityAlive"] = (params, history) =>
    logistic(-deadOdds(params, history).log);
  return {
    ...core,
    total,
    deadOdds,
    probabilityAlive,
    logLikelihood: (params, history) => total(params, toHistories(history), [0, 0, 0, 0]),
    fit: (histories) =>
      fitTransactions(
        total,
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
