import { describe, expect, test } from "@jest/globals";
import { findTables } from "../../src/recognition";
import type { SentCell } from "../../src/sheet/sentCell";
import { surveyOf } from "../support/survey";

const months = ["Jan 2025", "Feb 2025", "Mar 2025", "Apr 2025"];
const days = ["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"].map((date) => ({ date }));
const [revenue, customers, lost] = [
  ["Revenue", 1000, 1100, 1200, 1250],
  ["Customers", 100, 101, 105, 106],
  ["Lost customers", 2, 3, 2, 4],
];
const [period, figures] = [{ period: 1 }, { revenue: 2, customerCount: 3, lost: 4 }];

const tablesIn = (cells: readonly (readonly SentCell[])[]) =>
  findTables(surveyOf(cells)).map(({ columns, ...table }) => ({
    ...table,
    meanings: Object.fromEntries(
      columns.flatMap(({ meaning, column }) => (meaning ? [[meaning, column] as const] : [])),
    ),
    period: columns.find(({ meaning }) => meaning === "period"),
  }));

describe("figures with their periods across", () => {
  test("are monthly figures, whose rows stand for columns", () => {
    expect(tablesIn([["", ...months], revenue, customers, lost])).toMatchObject([
      {
        shape: "monthly",
        confidence: "high",
        isAcross: true,
        isOpen: true,
        headerRow: 1,
        firstRow: 2,
        lastRow: 5,
        meanings: { ...period, ...figures },
      },
    ]);
  });

  test("are found below a title, in sections and with units next to their labels", () => {
    const unit = ([label, ...cells]: readonly SentCell[]) => [label!, "number", ...cells];
    const cells = [["Board report"], [], ["KPI", "Unit", ...days], ["Money"], unit(revenue), [], ["People"]];
    expect(tablesIn([...cells, unit(customers), unit(lost)])).toMatchObject([
      { firstRow: 3, lastRow: 6, meanings: { period: 3, revenue: 5, customerCount: 8, lost: 9 } },
    ]);
  });

  test("leave columns after the last period alone", () => {
    const cells = [
      ["", ...months, "Total"],
      [...revenue, 4550],
    ];
    expect(tablesIn([...cells, customers, lost])).toMatchObject([{ isOpen: false, lastRow: 5 }]);
  });

  test("count with thousands as text, next to targets that are ignored", () => {
    const cells = [
      ["USD '000", ...months],
      ["Revenue – budget", 900, 900, 900, 900],
      ["Revenue – actual", 412.6, 418.9, 431.2, 440.8],
      ["Active accounts (closing)", "1,204", "1,219", "1,251", "1,270"],
      ["Accounts lost", 22, 26, 25, 37],
    ];
    const [table] = findTables(surveyOf(cells));
    expect(tablesIn(cells)).toMatchObject([
      { shape: "monthly", meanings: { revenue: 3, customerCount: 4, lost: 5 } },
    ]);
    expect(table!.columns[3]).toMatchObject({ amounts: "text", decimal: "point" });
  });

  test("may have totals between the periods", () => {
    const withTotal = ([label, a, b, c, d]: readonly SentCell[], total: SentCell) =>
      [label, a, b, c, total, d] as SentCell[];
    const cells = [
      withTotal(["", ...months], "Q1 2025"),
      ...[revenue, customers, lost].map((row) => withTotal(row, 9)),
    ];
    expect(tablesIn(cells)).toMatchObject([{ lastRow: 6, period: { dates: "month", isRising: false } }]);
  });

  test("are not mistaken for ascending order when the newest is first", () => {
    const turned = ([label, ...cells]: readonly SentCell[]) => [label!, ...cells.slice().reverse()];
    const cells = [["", ...months], revenue, customers, lost];
    expect(tablesIn(cells)[0]!.period).toMatchObject({ isRising: true });
    expect(tablesIn(cells.map(turned))[0]!.period).toMatchObject({ isRising: false });
  });

  test("may be by quarter or by year", () => {
    const quarters = ["Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024"];
    const of = (periods: readonly SentCell[]) => tablesIn([["", ...periods], revenue, customers, lost]);
    expect(of(quarters)).toMatchObject([{ shape: "monthly", period: { dates: "quarter" } }]);
    expect(of([2021, 2022, 2023, 2024])).toMatchObject([{ shape: "monthly", period: { dates: "year" } }]);
  });

  test("of acquisition are spend where they count the new customers", () => {
    const [cost, won] = [
      ["Ad spend", 500, 520, 610, 600],
      ["New customers", 9, 10, 12, 11],
    ];
    expect(tablesIn([["", ...months], cost, won])).toMatchObject([
      { shape: "spend", meanings: { ...period, spend: 2, newCustomers: 3 } },
    ]);
    expect(tablesIn([["", ...months], cost, ["Rent", 5, 5, 5, 5]])[0]!.shape).toBeUndefined();
  });

  test("do not hide a table below them", () => {
    const orders = Array.from({ length: 12 }, (_, index) => [
      `c${index % 4}@x.org`,
      `2025-01-${10 + index}`,
      10.5 + index,
    ]);
    const below = [["Email", "Order date", "Amount"], ...orders];
    expect(
      tablesIn([["", ...months], revenue, customers, lost, [], ...below]).map(({ shape }) => shape),
    ).toEqual(["monthly", "orders"]);
  });

  test("of a profit and loss account are none of customers", () => {
    const lines = ["4000 Food sales", "4100 Bar sales", "5000 Food cost", "6400 Rent", "Net profit"];
    const cells = [["Account", ...months], ...lines.map((line, at) => [line, 900.5, 800, 700 + at, 600])];
    expect(tablesIn(cells)).toMatchObject([{ shape: undefined }]);
  });

  test("are not seen in a grid of customers, whatever their names", () => {
    const names = [
      "Ada Costa",
      "Revenue Ltd",
      ...Array.from({ length: 48 }, (_, index) => `Person ${index}`),
    ];
    const cells = [["Customer", ...months], ...names.map((name, index) => [name, index, 1, 2, 3])];
    expect(tablesIn(cells)).toMatchObject([{ shape: "cube" }]);
  });
});

const names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

describe("months without a year count as those of", () => {
  const figures = ([label]: readonly SentCell[], count: number) => [
    label!,
    ...names.map((_, at) => (at < count ? 100 + at : "")),
  ];
  /** Figures with months across, of which so many have come; the tabs are read on 2026-11-26. */
  const across = (count: number, months: readonly SentCell[] = names, ...above: SentCell[][]) =>
    tablesIn([
      ...above,
      ["", ...months],
      ...[revenue, customers, lost].map((row) => figures(row, count)),
    ])[0]!;
  const said = (first: string) =>
    `The months have no year: the first counts as ${first}. If it is another year, add the year to the months`;

  test("the year before, where more have figures than have begun this year", () => {
    expect(across(12)).toMatchObject({
      shape: "monthly",
      since: { year: 2025, month: 1 },
      notes: [said("2025-01")],
    });
  });

  test("this year, where those to come are still blank", () => {
    expect(across(11)).toMatchObject({ since: { year: 2026, month: 1 }, notes: [said("2026-01")] });
  });

  test("a year that the title names", () => {
    expect(across(12, names, ["KPIs 2023"], [])).toMatchObject({ since: { year: 2023, month: 1 } });
  });

  test("two years, where they go on from December", () => {
    const fiscal = [...names.slice(6), ...names.slice(0, 6)];
    expect(across(12, fiscal)).toMatchObject({ since: { year: 2025, month: 7 }, notes: [said("2025-07")] });
    expect(across(12, fiscal).period!.samples).toEqual(["Jul 2025", "Aug 2025", "Sep 2025"]);
  });

  test("the same when they are below each other, backwards, in another language", () => {
    const months = ["abril", "marzo", "febrero", "enero"];
    const rows = months.map((month) => [month, 1000, 50, 2]);
    const [table] = tablesIn([["Mes", "Ingresos", "Clientes", "Bajas"], ...rows]);
    expect(table).toMatchObject({
      shape: "monthly",
      since: { year: 2026, month: 1 },
      period: { isRising: false },
    });
  });

  test("a grid of customers too", () => {
    const rows = Array.from({ length: 14 }, (_, row) => [
      `Kunde ${row} GmbH`,
      ...names.map((__, at) => at * row),
    ]);
    expect(tablesIn([["Kunde", ...names, "Summe"], ...rows])).toMatchObject([
      { shape: "cube", since: { year: 2025, month: 1 }, months: { first: 2, last: 13 } },
    ]);
  });
});

describe("figures by month that cannot be used say why", () => {
  const notes = (cells: readonly (readonly SentCell[])[]) => {
    const [table] = tablesIn(cells);
    expect(table!.shape).toBeUndefined();
    return table!.notes;
  };
  const bare = "These could be figures by month, but the months have no year: write them as Jan 2026";
  const header = ["Revenue", "Customers", "Lost customers"];

  test("where the months across have no year and there are more than those of one", () => {
    const two = [...names, ...names];
    const row = ([label]: readonly SentCell[]) => [label!, ...two.map((_, at) => 100 + at)];
    expect(notes([["", ...two], row(revenue), row(customers), row(lost)])).toEqual([bare]);
  });

  test("where those below each other have none", () => {
    const rows = [...names, ...names].map((month) => [month, 1000, 50, 2]);
    expect(notes([["Month", ...header], ...rows])).toEqual([bare]);
  });

  test("where year and month are in two columns", () => {
    const rows = Array.from({ length: 14 }, (_, at) => [
      2024 + Math.floor(at / 12),
      (at % 12) + 1,
      1000,
      50,
      2,
    ]);
    expect(notes([["Year", "Month", ...header], ...rows])).toEqual([
      'These could be figures by month, but "Year" and the month are in two columns: add one with both, such as 2026-01',
    ]);
  });

  test("where a period has several rows", () => {
    const parts = ["Ads", "Mail"].flatMap((channel) => ["Spain", "Italy"].map((land) => [channel, land]));
    const rows = months.flatMap((month) => parts.map((part) => [month, ...part, 500, 50, 2]));
    expect(notes([["Month", "Channel", "Country", ...header], ...rows])).toEqual([
      "These could be figures by period, but some periods have several rows: add them up to one row per period",
    ]);
  });
});
