import { describe, expect, test } from "@jest/globals";
import { call, readable } from "../../support/call";
import { errorOf, leftOutOf, pick, rowsOf } from "../../support/cleanRows";

describe("snapshots: one row per customer", () => {
  const table = [
    ["customerID", "tenure", "Contract", "MonthlyCharges", "TotalCharges", "Churn"],
    ["C-0", 1, "Month-to-month", 50.85, "50.5", "Yes"],
    ["C-1", 2, "One year", 51.85, " ", "No"],
    ["C-2", "", "One year", 52.85, "156.5", "No"],
    ["C-3", 3, "One year", 52.85, "156.5", ""],
  ];
  const columns =
    "customer: customerID, tenure: tenure, charge: MonthlyCharges, left: Churn, revenue_to_date: TotalCharges, segment: Contract";

  test("come with tenure, charge and whether they have left", () => {
    expect(rowsOf(table, columns)).toEqual([
      ["C-0", 1, 50.85, 1, 50.5, "Month-to-month", 2],
      ["C-1", 2, 51.85, 0, "", "One year", 3],
    ]);
    expect(leftOutOf(table, columns)).toEqual([
      ["No tenure", 1, 52.85, 4],
      ["Nothing says whether they left", 1, 52.85, 5],
    ]);
  });

  test.each([
    ["yes", "no"],
    ["ja", "nein"],
    ["oui", "non"],
    ["sí", "no"],
    ["sì", "no"],
    ["sim", "não"],
    ["ja", "nee"],
    [true, false],
    [1, 0],
    ["Churned", "Active"],
    ["Attrited Customer", "Existing Customer"],
    ["x", ""],
    [new Date("2026-01-05"), ""],
  ])("left may be %j or %j", (gone, there) => {
    const rows = [
      ["Who", "Months", "Left"],
      ["Ann", 3, gone],
      ["Bo", 4, there],
    ];
    expect(pick(rowsOf(rows, "customer: Who, tenure: Months, left: Left"), 3)).toEqual([[1], [0]]);
  });

  test.each([
    ["tenure_years", "monthly_fee", 24, 50],
    ["Tenure (months)", "Annual fee", 2, 50 / 12],
    ["Days as a customer", "MonthlyCharges", 2 / 30.4375, 50],
    ["Jahre dabei", "Jahresbeitrag", 24, 50 / 12],
    // Nothing says for how long the charge is: for as long as the tenure counts in.
    ["Years", "Fee", 24, 50 / 12],
    ["tenure", "Charges", 2, 50],
  ])("of %s and %s come in months, and by the month", (time, fee, tenure, charge) => {
    const rows = [
      ["Who", time, fee, "Left"],
      ["Ann", 2, 50, "no"],
    ];
    const [row] = rowsOf(rows, `customer: Who, tenure: ${time}, charge: ${fee}, left: Left`);
    expect(row!.slice(1, 3)).toEqual([
      expect.closeTo(tenure, 9) as unknown,
      expect.closeTo(charge, 9) as unknown,
    ]);
  });

  test("need no customers", () => {
    const rows = [
      ["Months", "A month", "Left"],
      [3, 20, "Yes"],
      [8, 30, "No"],
    ];
    expect(rowsOf(rows, "tenure: Months, charge: A month, left: Left")).toEqual([
      ["", 3, 20, 1, "", "", 2],
      ["", 8, 30, 0, "", "", 3],
    ]);
  });

  test("anything else is refused", () => {
    const rows = [
      ["Who", "Months", "Left"],
      ["Ann", 3, "perhaps"],
    ];
    expect(errorOf(rows, "customer: Who, tenure: Months, left: Left")).toBe(
      'CLV_ROWS: left must be yes or no, TRUE or FALSE, 1 or 0, or the date of leaving, got "perhaps" in row 2',
    );
  });
});

describe("totals: one row per customer with its orders and what they came to", () => {
  const totals = (...rows: unknown[][]) => [
    ["Client", "Orders", "Total spent", "First order", "Last order", "Country"],
    ...rows,
  ];
  const columns =
    "customer: Client, orders: Orders, revenue: Total spent, first: First order, last: Last order, segment: Country";

  test("come with orders, revenue, first and last day, dates and amounts read as they are written", () => {
    const table = totals(
      ["Ann", "3", "1.234,50 €", "31.12.2024", "05.02.2026", "DE"],
      ["Bo", 1, "€ 1.200", "13.01.2026", "", ""],
    );
    expect(readable(call("CLV_ROWS", table, columns))).toEqual([
      ["Customer", "Orders", "Revenue", "First", "Last", "Segment", "Row"],
      ["Ann", 3, 1234.5, "2024-12-31", "2026-02-05", "DE", 2],
      ["Bo", 1, 1200, "2026-01-13", "", "", 3],
    ]);
    expect(
      rowsOf(
        [
          ["Who", "N", "Sum"],
          ["Ann", 2, 40],
        ],
        "customer: Who, orders: N, revenue: Sum",
      ),
    ).toEqual([["Ann", 2, 40, "", "", "", 2]]);
  });

  test("without rows that lack a customer, orders or revenue, customers without an order, and sums", () => {
    const table = totals(
      ["Ann", 3, 120, "2024-12-31", "2026-02-05", ""],
      ["", 1, 10, "2025-01-01", "2025-01-01", ""],
      ["Cy", "", 30, "2025-01-01", "2025-01-01", ""],
      ["Di", 2, "-", "2025-01-01", "2025-01-01", ""],
      ["Ed", 0, 0, "", "", ""],
      ["Flo", 0, "", "", "", ""],
      ["Total", 6, 160, "", "", ""],
    );
    expect(pick(rowsOf(table, columns), 0, 6)).toEqual([["Ann", 2]]);
    expect(leftOutOf(table, columns)).toEqual([
      ["No order yet", 2, 0, "6, 7"],
      ["No customer", 1, 10, 3],
      ["No number of orders", 1, 30, 4],
      ["No amount", 1, "", 5],
      ["Total", 1, 160, 8],
    ]);
  });

  test("a number of orders that is none, days in the wrong order and two currencies are errors that say where", () => {
    expect(errorOf(totals(["Ann", 1.5, 10, "", "", ""], ["Bo", -1, 10, "", "", ""]), columns)).toBe(
      "CLV_ROWS: orders must be a whole number of 0 or more, got 1.5 in row 2, -1 in row 3",
    );
    expect(errorOf(totals(["Ann", "many", 10, "2026-01-02", "2026-01-01", ""]), columns)).toBe(
      'CLV_ROWS: orders must be a number, got "many" in row 2; last must be a day on or after first, got "2026-01-01" in row 2',
    );
    expect(errorOf(totals(["Ann", 1, "€ 5", "", "", ""], ["Bo", 1, "$ 5", "", "", ""]), columns)).toBe(
      'CLV_ROWS: revenue must be in one currency, got "€ 5" in row 2 and "$ 5" in row 3: convert the amounts into one first',
    );
    expect(errorOf(totals(["Ann", 1, 5, "", "", ""]), "customer: Client, orders: Orders")).toBe(
      "CLV_ROWS: columns must name revenue in a table of totals, got none",
    );
  });

  test("cannot be taken back to a day before their last order", () => {
    const table = totals(
      ["Ann", 3, 120, "2024-12-31", "2026-02-05", ""],
      ["Bo", 1, 10, "2026-02-07", "", ""],
    );
    expect(rowsOf(table, columns, "2026-02-07")).toHaveLength(2);
    expect(errorOf(table, columns, "2026-02-06")).toBe(
      "CLV_ROWS: as_of must not be before an order that is in the totals, got 2026-02-06 with 2026-02-07 in row 3: leave as_of out",
    );
  });

  test("with a date for each row orders are what a row is, and their number has no place", () => {
    expect(
      errorOf(
        [
          ["Who", "Day", "N", "Sum"],
          ["Ann", "2026-01-05", 2, 40],
        ],
        "customer: Who, date: Day, orders: N, amount: Sum",
      ),
    ).toContain("columns must name what a table of orders has, got orders: use any of customer, date");
  });
});

describe("histories: repeat orders, recency and age, summed up", () => {
  const histories = (...rows: unknown[][]) => [["ID", "x", "t_x", "T", "Mean repeat"], ...rows];
  const columns = "customer: ID, frequency: x, recency: t_x, age: T, repeat_value: Mean repeat";

  test("come as they are, a repeat value blank where there is none", () => {
    const table = histories(
      ["0001", 2, 30.43, 38.86, 22.35],
      ["0018", 1, "1,71", "38,86", ""],
      ["0021", "1", 1.71, 38.86, "€ 11,77"],
    );
    expect(readable(call("CLV_ROWS", table, columns))).toEqual([
      ["Customer", "Frequency", "Recency", "Age", "Repeat value", "Segment", "Row", "Customers"],
      ["0001", 2, 30.43, 38.86, 22.35, "", 2, 1],
      ["0018", 1, 1.71, 38.86, "", "", 3, 1],
      ["0021", 1, 1.71, 38.86, 11.77, "", 4, 1],
    ]);
  });

  test("need no customer: each may represent several", () => {
    const table = [
      ["x", "t_x", "T", "Customers", "Plan"],
      [0, 0, 38.86, 120, "basic"],
    ];
    expect(rowsOf(table, "frequency: x, recency: t_x, age: T, customers: Customers, segment: Plan")).toEqual([
      ["", 0, 0, 38.86, "", "basic", 2, 120],
    ]);
    expect(
      errorOf(
        [table[0]!, [0, 0, 38.86, 1.5, ""]],
        "frequency: x, recency: t_x, age: T, customers: Customers",
      ),
    ).toBe("CLV_ROWS: customers must be a whole number of 0 or more, got 1.5 in row 2");
  });

  test("without rows that lack a customer, where the table has them, or a number", () => {
    const table = histories(
      ["0001", 2, 30.43, 38.86, 22.35],
      ["", 2, 30.43, 38.86, 5],
      ["0003", "", 30.43, 38.86, ""],
      ["0004", 2, "-", 38.86, ""],
      ["0005", 2, 30.43, "", ""],
      ["Total", 6, "", "", ""],
    );
    expect(pick(rowsOf(table, columns), 0)).toEqual([["0001"]]);
    expect(leftOutOf(table, columns)).toEqual([
      ["No customer", 1, 5, 3],
      ["No frequency", 1, "", 4],
      ["No recency", 1, "", 5],
      ["No age", 1, "", 6],
      ["Total", 1, "", 7],
    ]);
  });

  test("numbers below 0 and repeats that are not whole are errors that say where", () => {
    expect(errorOf(histories(["a", 1.5, -1, 30, "soon"], ["b", -2, 1, 30, ""]), columns)).toBe(
      'CLV_ROWS: repeat_value must be a number, got "soon" in row 2; frequency must be a whole number of 0 or more, got 1.5 in row 2, -2 in row 3; recency must be a number of 0 or more, got -1 in row 2',
    );
    expect(errorOf(histories(["a", 1, 1, 30, ""]), "customer: ID, frequency: x, age: T")).toBe(
      "CLV_ROWS: columns must name recency in a table of histories, got none",
    );
  });
});
