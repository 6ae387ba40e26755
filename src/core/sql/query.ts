import type { DayNumber } from "../day";
import type { Fit } from "../prediction/fit";
import { refusal } from "../refusal";
import { cohortsSql } from "./cohorts";
import { customersSql } from "./customers";
import type { DialectName } from "./dialect";
import { historiesSql, spendSql } from "./histories";
import { kpisSql } from "./kpis";
import { rfmSql } from "./rfm";
import { scoreSql } from "./score";
import { type Orders, type Names, ordersIn } from "./statement";

/** A fit, and the order value of customers where it has no spend. */
interface Scoring {
  readonly fit: Fit;
  readonly repeatValue: number;
}

type Template = (orders: Orders, scoring: Scoring | undefined) => string;

/** One statement for each thing that can be asked of a table of orders. */
const templates = {
  histories: (orders) => historiesSql(orders, false),
  "histories by day": (orders) => historiesSql(orders, true),
  spend: spendSql,
  kpis: kpisSql,
  customers: customersSql,
  rfm: rfmSql,
  cohorts: cohortsSql,
  score: (orders, scoring) => {
    if (scoring) return scoreSql(orders, scoring.fit, scoring.repeatValue);
    throw refusal('fit must be given for "score", got nothing: give a CLV_FIT or CLV_FIT_HISTORIES table');
  },
} as const satisfies Readonly<Record<string, Template>>;

export type Asked = keyof typeof templates;

export const asked = Object.keys(templates) as readonly Asked[];

export interface Request {
  readonly what: Asked;
  readonly names: Names;
  readonly dialect: DialectName;
  readonly as_of: DayNumber | undefined;
  readonly scoring: Scoring | undefined;
}

/** The statement that computes in a warehouse what the add-on computes from rows in a sheet. */
export function sql({ what, names, dialect, as_of, scoring }: Request): string {
  const template: Template = templates[what];
  return template(ordersIn(dialect, names, as_of), scoring);
}
