import { type TransactionFit, fitTransactions } from "./fitTransactions";
import { type Histories, type History, collapse } from "./history";
import { type Parameters, nbdLogLikelihood } from "./nbd";

/** A model of who buys how often and until when; times in the unit of its parameters. */
export interface TransactionModel {
  readonly name: string;
  readonly parameterNames: readonly string[];
  /** Of one customer, or of many with their weights. */
  readonly logLikelihood: (params: Parameters, history: History | Histories) => number;
  readonly fit: (histories: readonly History[] | Histories) => TransactionFit;
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
  "name" | "parameterNames" | "probabilityAlive" | "expectedIfAlive" | "expectedPurchasesNew"
> & {
  /** What dropping out adds to the log-likelihood of the purchases; its derivatives are added to `gradient`. */
  readonly dropout: TransactionModel["total"];
  /** Whether the last parameter is in units of time. */
  readonly unitOfLast: "time" | "none";
};

/** The verbs that follow from what differs between the models. */
export function transactionModel({ dropout, unitOfLast, ...core }: Core): TransactionModel {
  const total: TransactionModel["total"] = (params, histories, gradient) => {
    gradient.fill(0);
    return nbdLogLikelihood(params, histories, gradient) + dropout(params, histories, gradient);
  };
  return {
    ...core,
    total,
    logLikelihood: (params, history) => total(params, toHistories(history), [0, 0, 0, 0]),
    fit: (histories) =>
      fitTransactions(total, "customers" in histories ? histories : collapse(histories), unitOfLast),
    expectedPurchases: (params, history, horizon) =>
      core.probabilityAlive(params, history) * core.expectedIfAlive(params, history, horizon),
  };
}

const toHistories = (history: History | Histories) =>
  "customers" in history ? history : collapse([history]);
