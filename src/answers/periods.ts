import type { FoundTable } from "../recognition/types";
import { titlesOf } from "../recipe/columns";
import { type KeptTable, dataTabOf, keptCells } from "../recipe/kept";
import { type Term, apply, setting } from "../recipe/term";
import { kindOfShape } from "./mapping";
import type { Reading, RevenueRows, Series, Source, SubscriptionRows } from "./reading";

/** What puts the rows of a table together to periods; undefined where they are not put together. */
export const periodsFunctionOf = ({ shape }: FoundTable) =>
  shape === "subscriptions"
    ? "CLV_SUBSCRIPTIONS"
    : kindOfShape(shape) === "orders" || shape === "cube"
      ? "CLV_KPIS"
      : undefined;

/** Where rows begin: the periods come first, so that they stay in their columns whether or not the rows have to be read. */
export const besidePeriods = (name: string | undefined) => (name ? titlesOf(name).length + 2 : 1);

/** A reading with its figures by period, beside which the rows stand. */
export function withPeriods(reading: Reading): Reading {
  const { table, number, kept, rows, subscriptions } = reading;
  const name = periodsFunctionOf(table)!;
  const call = subscriptions ? movementsOf(subscriptions, !table.countsUnfinished) : kpisOf(rows!, table);
  const periods: KeptTable = {
    tab: dataTabOf(number),
    column: 1,
    titles: titlesOf(name),
    call,
    isFixed: false,
  };
  const cells = (title: string): Term => ({ range: keptCells(periods, title) });
  const series: Series = subscriptions
    ? {
        period: cells("Period"),
        revenue: cells("MRR at start"),
        customers: cells("Customers at start"),
        // Whoever came and left within a period is lost too, but was not there at its start.
        churn: cells("Customer churn"),
        lost: cells("Lost"),
        joined: cells("New"),
        nrr: cells("NRR"),
      }
    : {
        period: cells("Period"),
        revenue: cells("Revenue"),
        customers: cells("Customers"),
        churn: cells("Churn rate"),
        joined: cells("New"),
      };
  return { ...reading, kept: [...kept, periods], series };
}

/** Movements by period; of whole ones where asked: the last one, not over yet, would make churn look other than it is. */
export const movementsOf = ({ customer, start, end, mrr }: SubscriptionRows, areWhole: boolean): Term =>
  apply(
    "CLV_SUBSCRIPTIONS",
    customer,
    start,
    end,
    mrr,
    setting("as_of"),
    setting("period"),
    null,
    areWhole || null,
  );

/** Figures by period up to the day of the data, whole ones only; or with one that is not over, where there are few. */
function kpisOf({ customer, date, amount }: RevenueRows, { countsUnfinished }: Source): Term {
  const end = countsUnfinished ? null : setting("as_of");
  return apply("CLV_KPIS", customer, date, amount, setting("period"), setting("inactive_after"), end);
}
