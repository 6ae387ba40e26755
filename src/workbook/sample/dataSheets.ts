import { BooleanNumber, CellValueType, type ICellData } from "@univerjs/core";
import { gridSize, type SheetDraft } from "../engine/snapshot";
import { MONTHS, monthOf, monthStart } from "./calendar";
import type { Campaign, Touch } from "./campaigns";
import type { Month } from "./months";
import type { Order } from "./orders";
import type { StyleId } from "./styles";
import type { Subscriber, Subscription, Usage } from "./subscriptions";

interface Column<Row> {
  readonly title: string | number;
  /** Pixels. */
  readonly width: number;
  readonly style: StyleId;
  readonly value: (row: Row) => string | number | undefined;
}

/** The cell of a value; undefined where there is none. */
export function cell(value: string | number | undefined, style?: StyleId): ICellData | undefined {
  if (value === undefined || value === "") return style ? { s: style } : undefined;
  return {
    v: value,
    t: typeof value === "number" ? CellValueType.NUMBER : CellValueType.STRING,
    ...(style && { s: style }),
  };
}

/** A sheet with a heading row that stays in view, and one row for each record. */
function tableSheet<Row>(name: string, rows: readonly Row[], columns: readonly Column<Row>[]): SheetDraft {
  const header = columns.map(({ title, style }) => cell(title, headingStyle(title, style)));
  const body = rows.map((row) =>
    columns.map(({ value, style }) => cell(value(row), style)).map(blankWithoutStyle),
  );
  const cellData = Object.fromEntries([header, ...body].map((cells, r) => [r, sparse(cells)]));
  return {
    name,
    cellData,
    freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 },
    columnData: Object.fromEntries(columns.map(({ width }, c) => [c, { w: width }])),
    ...gridSize(rows.length + 1, columns.length),
    showGridlines: BooleanNumber.TRUE,
  };
}

function headingStyle(title: string | number, style: StyleId): StyleId {
  if (typeof title === "number") return "headingMonth";
  return style === "text" || style === "date" || style === "month" ? "heading" : "headingRight";
}

function blankWithoutStyle(data: ICellData | undefined): ICellData | undefined {
  return data?.v === undefined ? undefined : data;
}

function sparse(cells: readonly (ICellData | undefined)[]): Record<number, ICellData> {
  return Object.fromEntries(cells.flatMap((data, c) => (data ? [[c, data]] : [])));
}

export function ordersSheet(orders: readonly Order[]): SheetDraft {
  return tableSheet("Orders", orders, [
    { title: "Order", width: 100, style: "text", value: (order) => order.number },
    { title: "Customer", width: 150, style: "text", value: (order) => order.customer },
    { title: "Date", width: 110, style: "date", value: (order) => order.day },
    { title: "Amount", width: 100, style: "money", value: (order) => order.amount },
    { title: "Channel", width: 110, style: "text", value: (order) => order.channel },
  ]);
}

export function subscriptionsSheet(subscriptions: readonly Subscription[]): SheetDraft {
  return tableSheet("Subscriptions", subscriptions, [
    { title: "Customer", width: 110, style: "text", value: (row) => row.customer },
    { title: "Plan", width: 100, style: "text", value: (row) => row.plan },
    { title: "Start", width: 110, style: "date", value: (row) => row.start },
    { title: "End", width: 110, style: "date", value: (row) => row.end },
    { title: "MRR", width: 90, style: "money", value: (row) => row.mrr },
  ]);
}

export function subscribersSheet(subscribers: readonly Subscriber[]): SheetDraft {
  return tableSheet("Subscribers", subscribers, [
    { title: "Customer", width: 110, style: "text", value: (row) => row.customer },
    { title: "Joined", width: 110, style: "date", value: (row) => row.joined },
    { title: "Left", width: 110, style: "date", value: (row) => row.left },
  ]);
}

/** What each customer spent in each month, net of refunds: the orders in another shape. */
export function customersByMonthSheet(orders: readonly Order[]): SheetDraft {
  const spent = new Map<string, number[]>();
  for (const { customer, day, amount } of orders) {
    if (customer === "") continue;
    const months = spent.get(customer) ?? Array<number>(MONTHS).fill(0);
    months[monthOf(day)]! += amount;
    spent.set(customer, months);
  }
  const rows = [...spent].sort(([a], [b]) => a.localeCompare(b, "en"));
  const month = (index: number): Column<[string, number[]]> => ({
    title: monthStart(index),
    width: 84,
    style: "money",
    value: ([, months]) => Math.round(months[index]! * 100) / 100 || undefined,
  });
  const columns = Array.from({ length: MONTHS }, (_, index) => month(index));
  const customer: Column<[string, number[]]> = {
    title: "Customer",
    width: 150,
    style: "text",
    value: ([name]) => name,
  };
  const sheet = tableSheet("Customers by month", rows, [customer, ...columns]);
  return { ...sheet, freeze: { xSplit: 1, ySplit: 1, startRow: 1, startColumn: 1 } };
}

export function monthlySheet(months: readonly Month[]): SheetDraft {
  return tableSheet("Monthly", months, [
    { title: "Month", width: 110, style: "month", value: (row) => row.first },
    { title: "Revenue", width: 110, style: "whole", value: (row) => row.revenue },
    { title: "Customers at start", width: 150, style: "whole", value: (row) => row.customers },
    { title: "New", width: 90, style: "whole", value: (row) => row.joined },
    { title: "Lost", width: 90, style: "whole", value: (row) => row.lost },
    { title: "Gross margin", width: 120, style: "percent", value: (row) => row.margin },
  ]);
}

export function spendSheet(campaigns: readonly Campaign[]): SheetDraft {
  return tableSheet("Acquisition spend", campaigns, [
    { title: "Month", width: 110, style: "month", value: (row) => row.first },
    { title: "Channel", width: 140, style: "text", value: (row) => row.channel },
    { title: "Spend", width: 110, style: "whole", value: (row) => row.spend },
    { title: "New customers", width: 130, style: "whole", value: (row) => row.joined },
  ]);
}

export function touchesSheet(touches: readonly Touch[]): SheetDraft {
  return tableSheet("Touches", touches, [
    { title: "Customer", width: 150, style: "text", value: (row) => row.customer },
    { title: "Date", width: 110, style: "date", value: (row) => row.day },
    { title: "Channel", width: 140, style: "text", value: (row) => row.channel },
  ]);
}

export function loyaltySheet(members: readonly string[]): SheetDraft {
  return tableSheet("Loyalty card", members, [
    { title: "Customer", width: 150, style: "text", value: (member) => member },
  ]);
}

export function usageSheet(usage: readonly Usage[]): SheetDraft {
  return tableSheet("Usage", usage, [
    { title: "Customer", width: 110, style: "text", value: (row) => row.customer },
    { title: "Logins", width: 90, style: "whole", value: (row) => row.logins },
    { title: "Tickets", width: 90, style: "whole", value: (row) => row.tickets },
    { title: "NPS", width: 80, style: "whole", value: (row) => row.nps },
    { title: "Days since login", width: 130, style: "whole", value: (row) => row.quiet },
    { title: "Left", width: 80, style: "text", value: (row) => (row.hasLeft ? "yes" : "no") },
  ]);
}
