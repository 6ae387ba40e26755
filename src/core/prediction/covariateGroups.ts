import type { DayNumber } from "../day";
import { grouped } from "../grouped";
import type { CovariateGroup } from "../models/covariates";
import { collapse } from "../models/history";
import type { Period } from "../period";
import type { CustomerHistory } from "../purchases/history";
import { observe } from "./observe";

/** What is known of a customer besides the orders, as numbers. */
export type ValuesOf = (customer: string) => readonly number[];

/** Customers with the same covariates, and which of the group's histories is whose. */
export interface CustomerGroup extends CovariateGroup {
  /** Which of all customers they are. */
  readonly members: readonly number[];
  readonly places: Int32Array;
}

/** Customers with an order, by what is known of them. */
export function groupsBy(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  period: Period,
  of: ValuesOf,
): CustomerGroup[] {
  const observed = customers.flatMap((customer, member) => {
    const history = observe(customer, to, period);
    return history ? [{ member, history, z: of(customer.customer) }] : [];
  });
  return Array.from(grouped(observed, ({ z }) => z.join()).values(), (own) => {
    const { places, ...histories } = collapse(own.map(({ history }) => history));
    return { z: own[0]!.z, histories, places, members: own.map(({ member }) => member) };
  });
}
