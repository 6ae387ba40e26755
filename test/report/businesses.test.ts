import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { countFromNow } from "../support/countCalls";
import { chance, simulatedOrders } from "../support/histories";
import { slowPause } from "../support/pause";
import { buildReportOn, cardAt, cellsOf } from "../support/report";
import { connectSidebar } from "../support/sidebarOf";
import { type Workbook, builtAddon, builtPages, openWorkbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const report = () => spreadsheet().getSheetByName("CLV Report")!;

beforeEach(() => {
  workbook = openWorkbook({ code: builtAddon, pages: builtPages(), timeZone: "UTC" });
  connectSidebar(workbook);
});

afterEach(() => workbook.dispose());

function fill(tab: string, rows: readonly (readonly unknown[])[]): void {
  const sheet = spreadsheet().insertSheet(tab);
  sheet.insertRowsAfter(sheet.getMaxRows(), rows.length);
  sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
}

const comparable = (cells: unknown[][]) =>
  cells.map((row) =>
    row.map((cell) => {
      if (typeof cell === "number") return Number(cell.toPrecision(9));
      return typeof cell === "string" && /(Live|Fixed): /.test(cell) ? "" : cell;
    }),
  );

async function liveAndFixed(tab: string): Promise<unknown[][]> {
  await buildReportOn(workbook, tab, "live");
  const live = comparable(cellsOf(workbook, "CLV Report"));
  await buildReportOn(workbook, tab, "fixed");
  expect(comparable(cellsOf(workbook, "CLV Report"))).toEqual(live);
  return live;
}

const rounded = (value: unknown) => Number(Number(value).toFixed(6));

/** The rows of a section, from its heading to the next. */
function section(cells: unknown[][], heading: string, next: string): unknown[][] {
  const first = cells.findIndex(([cell]) => cell === heading);
  return cells.slice(
    first + 1,
    cells.findIndex(([cell]) => cell === next),
  );
}

const day = 86_400_000;
const firstDay = Date.UTC(2023, 0, 1);
const lastDay = Date.UTC(2025, 5, 30);

/** Subscriptions that begin evenly over two years and a half and end at a constant rate. */
function subscriptions(count: number) {
  const random = chance(5);
  return Array.from({ length: count }, (_, index) => {
    const start = firstDay + Math.floor((random.uniform() * (lastDay - firstDay)) / day) * day;
    const end = start + Math.ceil(random.exponential(1 / 400)) * day;
    return {
      name: `=S${index + 1}`,
      start,
      end: end <= lastDay ? end : undefined,
      mrr: 20 + 10 * (index % 4),
    };
  });
}

describe("a business of subscriptions", () => {
  const rows = subscriptions(240);
  beforeEach(() =>
    fill("Contracts", [
      ["Customer", "Start", "End", "MRR (EUR)"],
      ...rows.map(({ name, start, end, mrr }) => [
        `'${name}`,
        new Date(start),
        end === undefined ? "" : new Date(end),
        mrr,
      ]),
    ]),
  );

  test("has its customers, its currency and its survival in the report, live as fixed", async () => {
    const cells = await liveAndFixed("Contracts");
    // Counted one by one: running on the first of June 2025, the last whole month.
    const june = Date.UTC(2025, 5, 1);
    const running = rows.filter(
      ({ start, end }) => start < june && (end === undefined || end >= june),
    ).length;
    const [row, column] = cardAt(cells, "Customers");
    expect(cells[row]![column]).toBe(running);
    const [valueRow, valueColumn] = cardAt(cells, "CLV");
    expect(
      report()
        .getRange(valueRow + 1, valueColumn + 1)
        .getNumberFormat(),
    ).toBe('"€"#,##0.00;"−""€"#,##0.00');
    expect(report().getCharts()).toHaveLength(3);
    expect(
      section(cells, "How long customers stay", "Largest subscriptions, and revenue at risk").flat().join(""),
    ).not.toContain("Not shown");
  });
});

describe("subscriptions at risk", () => {
  const start = (month: number) => new Date(Date.UTC(2023, month, 1));
  /** Of each month's twelve subscriptions one ends after every two months, eleven of them in the end. */
  const rows = Array.from({ length: 30 * 12 }, (_, index) => {
    const [month, place] = [Math.floor(index / 12), index % 12];
    const end = month + 2 * (place + 1);
    return { name: `S${index}`, month, end: end < 30 && place < 11 ? end : undefined, mrr: 10 + (index % 7) };
  });
  beforeEach(() =>
    fill("Contracts", [
      ["Customer", "Start", "End", "MRR"],
      ...rows.map(({ name, month, end, mrr }) => [
        name,
        start(month),
        end === undefined ? "" : start(end),
        mrr,
      ]),
    ]),
  );

  test("are those that run, by twelve times their MRR and the chance that their age has by the survival model", async () => {
    const cells = await liveAndFixed("Contracts");
    const data = cellsOf(workbook, "CLV Report data");
    const model = data[0]!.indexOf("Retention model");
    const survival = data.slice(2).flatMap((row) => (row[model] === "" ? [] : [Number(row[model + 2])]));
    expect(survival.length).toBeGreaterThan(28 + 12);
    const now = start(29).getTime();
    const expected = rows
      .filter(({ end }) => end === undefined)
      .map(({ name, month, mrr }) => {
        const age = Math.floor((now - start(month).getTime()) / day / (365.25 / 12));
        const leaves = 1 - survival[age + 12]! / survival[age]!;
        return { name, leaves, risk: 12 * mrr * leaves };
      });
    const shown = section(cells, "Most revenue at risk", "What moves the value most").filter(([name]) =>
      /^S\d+$/.test(String(name)),
    );
    const byRisk = [...expected].sort((a, b) => b.risk - a.risk).slice(0, 8);
    expect(shown).toHaveLength(8);
    shown.forEach((row, index) => {
      expect(row[13]).toBeCloseTo(byRisk[index]!.risk, 6);
      expect(row[11]).toBeCloseTo(expected.find(({ name }) => name === row[0])!.leaves, 6);
    });
    const total = expected.reduce((sum, { risk }) => sum + risk, 0);
    const revenue = rows.reduce((sum, { end, mrr }) => sum + (end === undefined ? 12 * mrr : 0), 0);
    const written = (amount: number) => Math.round(amount).toLocaleString("en-US");
    expect(cells.map(([first]) => first)).toContain(
      `${expected.length} customers subscribe, for ${written(revenue)} a year. On the usual pattern, ${written(total)} of it will be gone a year from now.`,
    );
  });
});

// 12-month terms as rows: a customer of four renewals was shown as five months old, at no risk, and 0 subscriptions ran.
describe("contracts renewed each year, whose running terms end ahead", () => {
  // The sidebar takes a list that reaches beyond today for one of today.
  const now = new Date();
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
  const joined = (index: number) => Date.UTC(now.getUTCFullYear() - 5, (index * 5) % 48, 1);
  const yearLater = (time: number, years: number) => {
    const date = new Date(time);
    return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), 1);
  };
  /** Of 60 customers one in four leaves at each renewal. */
  const rows = Array.from({ length: 60 }, (_, index) => {
    const terms = 1 + ((index * 7) % 4) + (index % 4 === 0 ? 9 : 0);
    return Array.from({ length: terms }, (__, term) => ({
      name: `Firm ${index + 1}`,
      start: yearLater(joined(index), term),
      end: yearLater(joined(index), term + 1) - day,
      mrr: 50 + index,
    })).filter(({ start }) => start <= today);
  }).flat();
  beforeEach(() =>
    fill("Contracts", [
      ["Customer", "Contract start", "Contract end", "MRR"],
      ...rows.map(({ name, start, end, mrr }) => [name, new Date(start), new Date(end), mrr]),
    ]),
  );

  test("run since the first of their terms, and count as customers", async () => {
    const cells = await liveAndFixed("Contracts");
    const running = rows.filter(({ end }) => end >= today);
    expect(
      cells.map(([first]) => String(first)).find((text) => text.includes("customers subscribe")),
    ).toContain(`${running.length} customers subscribe`);
    const shown = section(cells, "Largest subscriptions", "Most revenue at risk").filter(([name]) =>
      String(name).startsWith("Firm"),
    );
    expect(shown).toHaveLength(8);
    for (const [name, ...others] of shown) {
      const since = others.find((cell) => typeof cell === "string" && /^\d{4}-/.test(cell)) as string;
      const first = Math.min(...rows.filter((row) => row.name === name).map(({ start }) => start));
      expect(Date.parse(since)).toBe(first);
    }
  });
});

describe("a shop", () => {
  beforeEach(() => {
    const { customer, date, amount } = simulatedOrders("pareto/nbd", [0.6, 8, 0.6, 12], 300, 104, 3);
    fill("Sales", [
      ["Customer", "Date", "Amount"],
      ...customer.map(([name], row) => [name, date[row]![0], amount[row]![0]]),
    ]);
  });

  test("has its cohorts and its customers at risk in the report, live as fixed", async () => {
    const cells = await liveAndFixed("Sales");
    const predictions = spreadsheet().insertSheet("By hand");
    predictions.insertRowsAfter(predictions.getMaxRows(), 1000);
    predictions.getRange("A1").setFormula("=CLV_PREDICT(Sales!A2:A, Sales!B2:B, Sales!C2:C, 12, 0)");
    const typed = predictions.getDataRange().getValues().slice(1);
    const named = (heading: string, next: string) =>
      section(cells, heading, next)
        .filter(([name]) => /^C\d+$/.test(String(name)))
        .map(([name]) => name);
    expect(named("Highest predicted value", "Can still be saved")).toEqual(
      typed.slice(0, 8).map(([name]) => name),
    );
    const chance = (row: unknown[]) => Number(row[3]);
    const savable = typed.filter((row) => chance(row) >= 0.2 && chance(row) <= 0.8);
    const byRisk = [...savable].sort((a, b) => Number(b[10]) - Number(a[10]));
    expect(named("Can still be saved", "Probably lost")).toEqual(byRisk.slice(0, 8).map(([name]) => name));
    const lost = typed.filter((row) => chance(row) < 0.2);
    const byRevenue = [...lost].sort((a, b) => Number(b[2]) - Number(a[2]));
    expect(named("Probably lost", "Early warning: overdue by their own rhythm")).toEqual(
      byRevenue.slice(0, 5).map(([name]) => name),
    );
    const total = (column: number) =>
      Math.round(savable.reduce((sum, row) => sum + Number(row[column]), 0)).toLocaleString("en-US");
    expect(cells.map(([first]) => first)).toContain(
      `${savable.length} customers can still be saved. They are expected to bring in ${total(6)}, and ${total(10)} more if all of them stay.`,
    );
    expect(report().getConditionalFormatRules()).toHaveLength(1);
  });

  test("warns of customers overdue by the median of their own gaps, highest revenue first", async () => {
    await buildReportOn(workbook, "Sales", "live");
    const rows = cellsOf(workbook, "Sales").slice(1) as [string, string, number][];
    const days = new Map<string, Set<number>>();
    const revenue = new Map<string, number>();
    for (const [name, date, amount] of rows) {
      if (!days.has(name)) days.set(name, new Set());
      days.get(name)!.add(Math.floor(Date.parse(date) / day));
      revenue.set(name, (revenue.get(name) ?? 0) + amount);
    }
    const latest = Math.max(...Array.from(days.values(), (own) => Math.max(...own)));
    const expected = Array.from(days, ([name, own]) => {
      const sorted = [...own].sort((a, b) => a - b);
      const gaps = sorted.slice(1).map((one, at) => one - sorted[at]!);
      const inOrder = [...gaps].sort((a, b) => a - b);
      const gap = (inOrder[Math.floor((gaps.length - 1) / 2)]! + inOrder[Math.floor(gaps.length / 2)]!) / 2;
      const last = sorted[sorted.length - 1]!;
      return { name, orders: own.size, gap, quiet: latest - last, overdue: latest - last - Math.round(gap) };
    })
      .filter(({ orders, gap, quiet }) => orders >= 4 && quiet > 1.25 * gap && quiet <= 2.5 * gap)
      .sort((a, b) => revenue.get(b.name)! - revenue.get(a.name)!);
    const pause = slowPause(
      Array.from(days.values(), (own) => [...own]),
      latest,
    );
    const inTime = expected.filter(({ quiet }) => quiet <= pause);
    const cells = cellsOf(workbook, "CLV Report");
    const shown = section(cells, "Early warning: overdue by their own rhythm", "What moves the value most")
      .filter(([name]) => /^C\d+$/.test(String(name)))
      .map((row) => [row[0], row[4], ...[row[6], row[12], row[14]].map(rounded)]);
    expect(inTime.length).toBeGreaterThan(2);
    expect(shown).toEqual(
      inTime
        .slice(0, 8)
        .map(({ name, orders, gap, overdue }) => [
          name,
          orders,
          ...[revenue.get(name)!, gap, overdue].map(rounded),
        ]),
    );
    const total = inTime.reduce((sum, { name }) => sum + revenue.get(name)!, 0);
    expect(cells.map(([first]) => first)).toContain(
      `By their own rhythm, ${inTime.length} customers are overdue. They have brought in ${Math.round(total).toLocaleString("en-US")} so far.`,
    );
  });

  test("has the revenue of a customer by age, as added up by hand", async () => {
    await buildReportOn(workbook, "Sales", "fixed");
    const rows = cellsOf(workbook, "Sales").slice(1) as [string, string, number][];
    const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
    const first = new Map<string, number>();
    for (const [name, date] of rows) first.set(name, Math.min(first.get(name) ?? Infinity, monthOf(date)));
    // the month of the day after the latest one is not over, or not begun
    const latest = rows.map(([, date]) => date.slice(0, 10)).sort()[rows.length - 1]!;
    const open = monthOf(new Date(Date.parse(latest) + 86_400_000).toISOString());
    let sum = 0;
    const expected = Array.from({ length: 24 }, (_, age) => {
      const seen = Array.from(first.values()).filter((month) => month + age < open).length;
      if (seen === 0) return "";
      const revenue = rows
        .filter(([name, date]) => monthOf(date) === first.get(name)! + age && monthOf(date) < open)
        .reduce((total, [, , amount]) => total + amount, 0);
      sum += revenue / seen;
      return Number(sum.toPrecision(9));
    });
    const data = cellsOf(workbook, "CLV Report data");
    const column = data[0]!.indexOf("What a customer brings in");
    const shown = data.slice(2, 26).map((row) => row[column + 1]);
    expect(shown.map((cell) => (cell === "" ? "" : Number(Number(cell).toPrecision(9))))).toEqual(expected);
  });

  test("takes hundreds of service calls, not thousands", async () => {
    const ended = countFromNow(workbook);
    await buildReportOn(workbook, "Sales", "live");
    const calls = ended();
    expect(calls).toBeGreaterThan(100);
    expect(calls).toBeLessThan(1000);
  });
});

test("figures with their months across and totals between have the report of those below each other", async () => {
  const months = Array.from({ length: 26 }, (_, at) => {
    const customers = 200 + 3 * at;
    const lost = 4 + (at % 3);
    return [new Date(Date.UTC(2024, at, 1)), customers * (30 + (at % 5)), customers, lost, 0.6 + at / 200];
  });
  const upright = [["Month", "Revenue", "Customers at start", "Lost customers", "Gross margin"], ...months];
  const withTotals = upright.flatMap((column, at) =>
    at > 0 && at % 12 === 0 ? [column, ["Year", ...column.slice(1)]] : [column],
  );
  fill("Upright", upright);
  const expected = await liveAndFixed("Upright");
  const across = spreadsheet().insertSheet("Across");
  across.insertColumnsAfter(across.getMaxColumns(), 10);
  across
    .getRange(1, 1, 5, withTotals.length)
    .setValues(upright[0]!.map((_, row) => withTotals.map((column) => column[row]!)));
  const cells = await liveAndFixed("Across");
  const told = (report: unknown[][]) =>
    report.slice(report.findIndex(([first]) => first === "How the value has moved"));
  expect(cells.length).toBeGreaterThan(60);
  expect(
    told(cells)
      .flat()
      .filter((cell) => typeof cell === "number"),
  ).toEqual(
    told(expected)
      .flat()
      .filter((cell) => typeof cell === "number"),
  );
});

test("the interval in the report belongs to the value next to it, even when a start-up's churn falls", async () => {
  const counts = [20, 35, 60, 95, 140, 200, 280, 370, 480, 600, 740, 900];
  const lost = [3, 5, 8, 11, 14, 18, 22, 26, 29, 30, 30, 27];
  fill("Figures", [
    ["Month", "Revenue", "Customers at start", "Customers lost"],
    ...counts.map((count, month) => [new Date(Date.UTC(2025, month, 1)), 50 * count, count, lost[month]!]),
  ]);
  const said = (await liveAndFixed("Figures")).map(([first]) => String(first));
  expect(said.find((text) => text.startsWith("A customer brings in "))).toContain("brings in 565 ");
  expect(said).toContain(
    // Wilson's limits of the mean rate, 8.85%, with the variance of the months' rates, worked out by hand: 469.48, 682.49
    "The 90% range is 469 to 682.",
  );
});

test("where nobody was lost, the report says what a customer is worth at least, and what cannot be shown", async () => {
  fill("Figures", [
    ["Month", "Revenue", "Customers", "Lost"],
    ...Array.from({ length: 14 }, (_, month) => [new Date(Date.UTC(2025, month, 1)), 1000 + month, 20, 0]),
  ]);
  const said = (await liveAndFixed("Figures")).map(([first]) => String(first));
  // 50.38 a customer month, of which there were 240, over the churn at which no loss has a chance of 5%
  expect(said).toContain(
    "Nobody was lost in the last 12 months: with 95% confidence, a customer is worth 4,061 or more.",
  );
  expect(said.filter((text) => text.startsWith("Not shown.")).length).toBeGreaterThan(0);
  expect(said.filter((text) => text.startsWith("A customer brings in"))).toEqual([]);
});

test("data that support little say so section by section, and the report is still built", async () => {
  fill("Sales", [
    ["Customer", "Date", "Amount"],
    ["A", new Date(Date.UTC(2025, 0, 3)), 10],
    ["B", new Date(Date.UTC(2025, 1, 3)), 20],
    ["A", new Date(Date.UTC(2025, 2, 3)), 30],
    ["C", new Date(Date.UTC(2025, 3, 3)), 40],
  ]);
  const { isBuilt } = await buildReportOn(workbook, "Sales", "live");
  expect(isBuilt).toBe(true);
  const cells = cellsOf(workbook, "CLV Report");
  const reasons = cells.flatMap(([first]) => (String(first).startsWith("Not shown.") ? [first] : []));
  expect(reasons.length).toBeGreaterThanOrEqual(2);
  expect(cells.flat().filter((cell) => String(cell).startsWith("#"))).toEqual([]);
});
