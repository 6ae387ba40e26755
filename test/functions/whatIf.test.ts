import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf } from "../support/call";

type Table = Cell[][];

const scenarios = (...given: unknown[]) => call("CLV_SCENARIOS", ...given) as Table;
const target = (...given: unknown[]) => call("CLV_TARGET", ...given) as Table;

/** The cell of a column in the row with a name. */
function cellOf(table: Table, row: string, title: string): Cell {
  return table.find(([name]) => name === row)![table[0]!.indexOf(title)]!;
}

const money = fc.double({ min: 1, max: 1e5, noNaN: true });
const share = fc.double({ min: 0.01, max: 1, noNaN: true });

describe("CLV_SCENARIOS", () => {
  test("without scenarios each driver that is given is 10% better, then all of them", () => {
    const table = scenarios(100, 0.02, 0.5, 200, undefined, 30);
    expect(table.map(([name]) => name)).toEqual([
      "Scenario",
      "Today",
      "Average revenue +10%",
      "Upsell revenue +10%",
      "Churn rate −10%",
      "Gross margin +10%",
      "CAC −10%",
      "All together",
    ]);
    const all = (title: string) => cellOf(table, "All together", title) as number;
    expect(all("Average revenue")).toBeCloseTo(110, 9);
    expect(all("Upsell revenue")).toBeCloseTo(33, 9);
    expect(all("Churn rate")).toBeCloseTo(0.018, 12);
    expect(all("Gross margin")).toBeCloseTo(0.55, 12);
    expect(all("CAC")).toBeCloseTo(180, 9);
    expect(all("CLV")).toBeCloseTo((143 * 0.55) / 0.018, 6);
    expect(all("Change")).toBeCloseTo((143 * 0.55) / 0.018 - 180 - (3250 - 200), 6);
  });

  test("what is not given is not a row, and what needs it is blank", () => {
    const table = scenarios(100, 0.02);
    expect(table.map(([name]) => name)).toEqual([
      "Scenario",
      "Today",
      "Average revenue +10%",
      "Churn rate −10%",
      "All together",
    ]);
    for (const title of ["Upsell revenue", "Gross margin", "CAC", "Net of CAC", "CLV:CAC", "Payback"])
      expect(cellOf(table, "Today", title)).toBe("");
    expect(cellOf(table, "Churn rate −10%", "Change %")).toBeCloseTo(1 / 0.9 - 1, 12);
  });

  test("a margin gets no better than 100%, and its row says so", () => {
    const table = scenarios(100, 0.02, 0.95);
    expect(cellOf(table, "Gross margin to 100%", "CLV")).toBe(5000);
    expect(cellOf(scenarios(100, 0.02, 1), "Gross margin to 100%", "Change")).toBe(0);
  });

  test("each row's figures are those of the functions of single values, with the row's drivers", () => {
    const rows = [
      ["", "Revenue", "Churn", "Margin", "CAC"],
      ["a", 0.2, -0.3, -0.1, 0.5],
      ["b", -0.9, 2, "", ""],
    ];
    const table = scenarios(100, 0.05, 0.4, 150, rows);
    for (const [, revenue, , churn, lifetime, margin, cac, clv, net, , , ratio] of table.slice(1)) {
      expect(lifetime).toBeCloseTo(call("CLV_LIFETIME", churn) as number, 9);
      expect(clv).toBeCloseTo(call("CLV_FROM_CHURN", revenue, churn, margin) as number, 9);
      expect(net).toBeCloseTo((clv as number) - (cac as number), 9);
      expect(ratio).toBeCloseTo(call("CLV_CAC_RATIO", clv, cac) as number, 9);
    }
    for (const name of ["Today", "a"]) {
      const [cac, revenue, margin, churn] = ["CAC", "Average revenue", "Gross margin", "Churn rate"].map(
        (title) => cellOf(table, name, title),
      );
      expect(cellOf(table, name, "Payback")).toBeCloseTo(
        call("CLV_PAYBACK", cac, revenue, margin, churn) as number,
        9,
      );
    }
    expect(cellOf(table, "b", "Payback")).toBe("");
    expect(messageOf("CLV_PAYBACK", 150, 10, 0.4, 0.15)).toContain("it is never paid back");
  });

  test("40% more of a retention of 60% is 84%", () => {
    const table = scenarios(100, 0.4, undefined, undefined, [
      ["Plan", "Retention"],
      ["Loyalty", 0.4],
    ]);
    expect(cellOf(table, "Loyalty", "Churn rate")).toBeCloseTo(0.16, 12);
  });

  test("upsell counts on top of the average revenue, by the margin and in the payback", () => {
    const table = scenarios(
      100,
      0.1,
      0.5,
      60,
      [
        ["", "Upsell"],
        ["twice", 1],
      ],
      20,
    );
    expect(cellOf(table, "Today", "CLV")).toBeCloseTo(600, 9);
    expect(cellOf(table, "twice", "CLV")).toBeCloseTo(700, 9);
    expect(cellOf(table, "twice", "Payback")).toBeCloseTo(
      call("CLV_PAYBACK", 60, 140, 0.5, 0.1) as number,
      9,
    );
  });

  test.each([
    ["Revenue", "Umsatz", "Chiffre d'affaires", "Ingresos", "Ricavi", "Receita", "Omzet"],
    [
      "Upsell",
      "Zusatzumsatz",
      "Ventes additionnelles",
      "Venta adicional",
      "Vendite aggiuntive",
      "Vendas adicionais",
      "Bijverkoop",
    ],
    [
      "Churn rate",
      "Abwanderung",
      "Taux d'attrition",
      "Tasa de abandono",
      "Tasso di abbandono",
      "Taxa de cancelamento",
      "Verloop",
    ],
    ["Retention", "Kundenbindung", "Rétention", "Retención", "Fidelizzazione", "Retenção", "Klantbehoud"],
    [
      "Gross margin",
      "Bruttomarge",
      "Marge brute",
      "Margen bruto",
      "Margine lordo",
      "Margem bruta",
      "Brutomarge",
    ],
    [
      "CAC",
      "Akquisekosten",
      "Coût d'acquisition",
      "Coste de adquisición",
      "Costo di acquisizione",
      "Custo de aquisição",
      "Acquisitiekosten",
    ],
  ])("%s is understood in seven languages", (...headings) => {
    const tables = headings.map((heading) =>
      scenarios(
        100,
        0.2,
        0.5,
        60,
        [
          ["", heading],
          ["plan", 0.05],
        ],
        20,
      ),
    );
    expect(tables[0]![2]).not.toEqual(["plan", ...tables[0]![1]!.slice(1)]);
    for (const table of tables) expect(table).toEqual(tables[0]);
  });

  test("blank rows, blank cells and a blank name harm nothing; percentages may be text", () => {
    const table = scenarios(100, 0.2, 0.5, 60, [
      ["", "Revenue", "Churn"],
      ["", "", ""],
      ["", "10%", "-20 %"],
      ["as today", "", ""],
      ["", "", ""],
    ]);
    expect(table.slice(1).map(([name]) => name)).toEqual([
      "Today",
      "Average revenue +10%, Churn rate −20%",
      "as today",
    ]);
    expect(cellOf(table, "as today", "Change")).toBe(0);
  });

  test("a change of today's share is undone by the one that leads back", () => {
    fc.assert(
      fc.property(
        money,
        share,
        share,
        money,
        fc.double({ min: -0.5, max: 0, noNaN: true }),
        (r, c, m, k, x) => {
          const there = scenarios(r, c, m, k, [
            ["", "Revenue", "Churn", "Margin", "CAC"],
            ["x", x, x, x, x],
          ]);
          const back = -x / (1 + x);
          const [, , , churn, , margin] = there[2] as number[];
          fc.pre(churn! > 1e-6 && margin! > 1e-6);
          const again = scenarios(r * (1 + x), c * (1 + x), m * (1 + x), k * (1 + x), [
            ["", "Revenue", "Churn", "Margin", "CAC"],
            ["x", back, back, back, back],
          ]);
          expect((again[2]![8] as number) / (there[1]![8] as number)).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  test.each<readonly [string, unknown[][], string]>([
    [
      "a retention that would reach 100%",
      [
        ["", "Retention"],
        ["x", 0.7],
      ],
      "CLV_SCENARIOS: scenarios must change Retention by less than +66.7% (it is 60% today), got +70% in row 2, column 2",
    ],
    [
      "a margin above 100%",
      [
        ["", "Revenue", "Margin"],
        ["x", 0.1, 0.3],
      ],
      "CLV_SCENARIOS: scenarios must change Gross margin by at most +25% (it is 80% today), got +30% in row 2, column 3",
    ],
    [
      "a churn above 100%",
      [
        ["", "Churn"],
        ["x", 2],
      ],
      "CLV_SCENARIOS: scenarios must change Churn rate by at most +150% (it is 40% today), got +200% in row 2, column 2",
    ],
    [
      "no churn at all",
      [
        ["", "Churn"],
        ["x", -1],
      ],
      "CLV_SCENARIOS: scenarios must leave some churn, got −100% in row 2, column 2: without churn, a customer has no finite value",
    ],
    [
      "a CAC that is not given",
      [
        ["", "CAC"],
        ["x", -0.1],
      ],
      'CLV_SCENARIOS: scenarios must change what is given, got "CAC" in row 2, column 2: give cac as well',
    ],
    [
      "a heading that names no driver",
      [
        ["Plan", "Weather"],
        ["x", 0.1],
      ],
      'CLV_SCENARIOS: scenarios must have a header row with Revenue, Upsell, Churn, Retention, Margin or CAC above each column of changes, got "Weather" in row 1, column 2',
    ],
    [
      "a driver twice",
      [
        ["", "Revenue", "Umsatz"],
        ["x", 0.1, 0.1],
      ],
      'CLV_SCENARIOS: scenarios must have one column for Average revenue, got two: "Revenue" and "Umsatz"',
    ],
    [
      "churn and retention at once",
      [
        ["", "Churn", "Retention"],
        ["x", 0.1, 0.1],
      ],
      "CLV_SCENARIOS: scenarios must change Churn or Retention, not both, got both in row 2",
    ],
    [
      "10 for 10%",
      [
        ["", "Revenue"],
        ["x", 10],
      ],
      "CLV_SCENARIOS: scenarios must be changes between −100% and +400%, such as 10% or −10%, got 10 in row 2, column 2 (write +10%)",
    ],
    [
      "no rows",
      [
        ["", "Revenue"],
        ["", ""],
      ],
      "CLV_SCENARIOS: scenarios must have at least one column of changes and one row below the header, got no row",
    ],
  ])("refuses %s", (_, rows, message) => {
    expect(messageOf("CLV_SCENARIOS", 100, 0.4, 0.8, undefined, rows)).toBe(message);
  });

  test("refuses what is not a range", () => {
    expect(messageOf("CLV_SCENARIOS", 100, 0.4, 0.8, 50, 0.1)).toBe(
      "CLV_SCENARIOS: scenarios must be a range with a header row, a name in the first column and changes in the others, got one cell",
    );
  });
});

test("10% better is the same to CLV_SCENARIOS and CLV_ADVICE", () => {
  const months = column(...Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1))));
  const every = (value: number) => column(...Array.from({ length: 12 }, () => value));
  const advice = call("CLV_ADVICE", months, every(5000), every(50), every(2), 0.95, 300) as Table;
  const worth = (driver: string) =>
    cellOf(
      advice.map(([rank, ...row]) => [...row, rank!]),
      driver,
      "Worth (a customer)",
    );
  const table = scenarios(100, 0.04, 0.95, 300);
  for (const [driver, row] of [
    ["Revenue per customer", "Average revenue +10%"],
    ["Churn rate", "Churn rate −10%"],
    ["Gross margin", "Gross margin to 100%"],
    ["CAC", "CAC −10%"],
  ] as const)
    expect(cellOf(table, row, "Change")).toBeCloseTo(worth(driver) as number, 9);
});

describe("CLV_TARGET", () => {
  const value = (r: number, c: number, m: number, k: number) => (r * m) / c - k;

  test("what is needed gives the target, driver by driver and together", () => {
    fc.assert(
      fc.property(
        money,
        share,
        share,
        money,
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        (r, c, m, k, goal) => {
          const table = target(goal, r, c, m, k);
          const needed = (row: string) => cellOf(table, row, "Needed");
          const reached: [Cell, (needed: number) => number][] = [
            [needed("Average revenue"), (x) => value(x, c, m, k)],
            [needed("Churn rate"), (x) => value(r, x, m, k)],
            [needed("Gross margin"), (x) => value(r, c, x, k)],
            [needed("CAC"), (x) => value(r, c, m, x)],
            [
              cellOf(table, "Revenue, churn and CAC together", "Change %"),
              (x) => value(r * (1 + x), c * (1 - x), m, k * (1 - x)),
            ],
          ];
          const known = reached.filter(([cell]) => cell !== "");
          for (const [cell, of] of known) expect(of(cell as number) / goal).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  test("a row that says no more than its limit reaches is right about it", () => {
    const table = target(10_000, 100, 0.02, 0.8, 500);
    expect(cellOf(table, "Gross margin", "Needed")).toBe("");
    expect(cellOf(table, "Gross margin", "Note")).toBe("a margin of 100% gives no more than 4,500.00");
    expect(cellOf(table, "CAC", "Note")).toBe("without any CAC it is 4,000.00");
    const low = target(10, 100, 0.02, 0.8);
    expect(cellOf(low, "Churn rate", "Note")).toBe("a churn of 100% still gives 80.00");
    expect(cellOf(low, "Churn rate", "Needed")).toBe("");
  });

  test("a target that is reached today says how far drivers may get worse", () => {
    const table = target(2000, 100, 0.02, 0.8, 500);
    expect(cellOf(table, "Average revenue", "Needed")).toBeCloseTo(62.5, 9);
    expect(cellOf(table, "Average revenue", "Change %")).toBeCloseTo(-0.375, 12);
    expect(cellOf(table, "Average revenue", "Note")).toBe("reached today: it may get worse up to this");
    expect(cellOf(table, "CAC", "Needed")).toBe(2000);
  });

  test("without margin and CAC they have no rows", () => {
    const table = target(6000, 100, 0.02);
    expect(table.map(([driver]) => driver)).toEqual([
      "Driver",
      "Average revenue",
      "Churn rate",
      "Revenue, churn and CAC together",
    ]);
    expect(cellOf(table, "Revenue, churn and CAC together", "Note")).toBe(
      "no CAC is given, so revenue and churn alone",
    );
    // 100 (1 + x) ÷ (0.02 (1 − x)) = 6000 where 1 + x = 1.2 (1 − x)
    expect(cellOf(table, "Revenue, churn and CAC together", "Change %")).toBeCloseTo(0.2 / 2.2, 12);
  });

  test("where there is nothing to multiply no driver reaches it, in words", () => {
    const table = target(100, 0, 0.02, 0.8, 0);
    expect(cellOf(table, "Churn rate", "Note")).toBe("without gross profit no churn reaches it");
    expect(cellOf(table, "Gross margin", "Note")).toBe("without revenue no margin reaches it");
    expect(cellOf(table, "Average revenue", "Needed")).toBeCloseTo(2.5, 12);
    expect(cellOf(table, "Average revenue", "Change %")).toBe("");
    expect(cellOf(target(100, 5, 0.02, 0), "Average revenue", "Note")).toBe(
      "without a margin no revenue reaches it",
    );
  });

  test("refuses a churn of 0", () => {
    expect(messageOf("CLV_TARGET", 100, 5, 0)).toBe(
      "CLV_TARGET: churn_rate must be a rate above 0 and at most 1, got 0",
    );
  });
});
