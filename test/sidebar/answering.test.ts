import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample, requestOn, tablesOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const names = () =>
  spreadsheet()
    .getSheets()
    .map((sheet) => sheet.getName());

beforeEach(() => {
  workbook = openSample();
});

const near = (value: number): unknown => expect.closeTo(value, 6);

/** Tabs of the sample workbook with data of a business, and the formula that an analyst would type for each. */
const dataTabs = ["Orders", "Subscriptions", "Customers by month", "Monthly"] as const;

afterEach(() => workbook.dispose());

describe("every tab with data leads to a live value", () => {
  test.each(dataTabs)("of %s, whose inserted formula shows what its card showed", async (tab) => {
    const answer = (await answerOn(workbook, tab))!;
    const shown = answer.value.figure.cells[0]![0];
    expect(answer.value.figure.error).toBeUndefined();
    expect(shown).toBeGreaterThan(0);
    const { at, message } = await ask("insert", {
      setup: answer.setup,
      recipe: answer.value.recipe,
      newTab: "CLV",
      label: "CLV",
      format: "0.00",
      moneyFormat: "0.00",
    });
    expect(message).toMatch(
      /^Inserted in B1 of CLV\. New tabs?: CLV Setup with its assumptions(, CLV Data with the data that it rests on)?$/,
    );
    const cell = spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell);
    expect(cell.getValue()).toBeCloseTo(shown as number, 9);
    expect(cell.getFormula()).toBe(answer.value.figure.text);
  });

  test("a table that a formula of ours shows is no source, nor are its values once they stand there instead", async () => {
    const results = spreadsheet().insertSheet("Results", 0);
    results.getRange("A1").setFormula("=CLV_KPIS(Orders!B2:B, Orders!C2:C, Orders!D2:D)");
    expect(results.getRange("B1").getValue()).toBe("Revenue");
    const tabs = async () => (await tablesOn(workbook, "Results")).map(({ tab }) => tab);
    expect(await tabs()).toContain("Orders");
    expect(await tabs()).not.toContain("Results");
    await ask("sharingStep", "freezeFormulas");
    expect([results.getRange("A1").getFormula(), results.getRange("B1").getValue()]).toEqual(["", "Revenue"]);
    expect(await tabs()).not.toContain("Results");
  });

  test("the value of the orders is what the functions give when typed over the same cells", async () => {
    const answer = (await answerOn(workbook, "Orders"))!;
    const sheet = spreadsheet().insertSheet("By hand");
    sheet.getRange("A1").setFormula("=CLV_HORIZON(Orders!B2:B, Orders!C2:C, Orders!D2:D, 24)");
    const [, [months, value, low, high]] = sheet.getRange("A1:D2").getValues() as [unknown[], number[]];
    expect(answer.headline.title).toBe(`A new customer brings in ${months} months`);
    expect(answer.value.figure.cells).toEqual([[near(value!)]]);
    expect([answer.headline.low, answer.headline.high]).toEqual([near(low!), near(high!)]);
  });
});

test("monthly figures fill the window although the tab goes on below them", async () => {
  const answer = (await answerOn(workbook, "Monthly"))!;
  const sheet = spreadsheet().insertSheet("By hand");
  const value = sheet
    .getRange("A1")
    .setFormula("=CLV_ROLLING(Monthly!B2:B31, Monthly!C2:C31, Monthly!E2:E31, 12, AVERAGE(Monthly!F20:F31))");
  expect(answer.window).toBe(12);
  expect(answer.value.figure.cells).toEqual([[expect.closeTo(value.getValue() as number, 9)]]);
});

describe("a recipe's value is what its formula shows", () => {
  const shownBy = (formula: string): unknown[][] => {
    const sheet = spreadsheet().insertSheet();
    sheet.insertRowsAfter(1, 6000);
    sheet.insertColumnsAfter(1, 30);
    sheet.getRange("A1").setFormula(formula);
    const values = sheet.getDataRange().getValues();
    spreadsheet().deleteSheet(sheet);
    return values;
  };

  test.each(dataTabs)("for all figures and tables of %s", async (tab) => {
    const { setup, value, costs, tables } = (await answerOn(workbook, tab))!;
    const [format, moneyFormat, label] = ["", "0.00", "CLV"];
    const course = tables.find(({ title }) => title === "CLV Trend")!;
    for (const { recipe } of [value, course])
      await ask("insert", { setup, recipe, newTab: "CLV", label, format, moneyFormat });
    const recipes = [value, ...costs, ...tables].map(({ recipe }) => recipe);
    const figures = await ask("compute", { setup, recipes });
    figures.forEach(({ text, cells, rows, error }) => {
      expect([text, error]).toEqual([text, undefined]);
      const shown = shownBy(text);
      expect([text, shown.length]).toEqual([text, rows]);
      const expected = cells.map((row) =>
        row.map((cell) => {
          if (typeof cell === "number") return near(cell);
          return typeof cell === "object" ? `${cell.date}T00:00:00.000Z` : cell;
        }),
      );
      expect(JSON.parse(JSON.stringify(shown.slice(0, expected.length)))).toEqual(expected);
    });
  });
});

describe("the spend of another tab", () => {
  const counting = async (counted: (count: number, row: number) => number) => {
    const sheet = spreadsheet().getSheetByName("Acquisition spend")!;
    const cells = sheet.getDataRange().getValues();
    const column = cells[0]!.indexOf("New customers");
    expect(column).toBeGreaterThan(0);
    cells.slice(1).forEach((row, index) => {
      const cell = sheet.getRange(index + 2, column + 1);
      if (typeof row[column] === "number") cell.setValue(counted(row[column], index));
    });
    return (await answerOn(workbook, "Orders"))!;
  };

  test("gives the acquisition cost where it counts about as many new customers as the data have", async () => {
    for (const times of [1, 2]) {
      const { assumed, costs, cautions } = await counting((count) => count * times);
      expect([assumed["cac"], costs.length]).toEqual([null, 2]);
      expect(cautions).toContain("The acquisition cost comes from the tab Acquisition spend.");
    }
  });

  test.each<[string, (count: number, row: number) => number]>([
    ["many more", (count) => count * 10],
    ["hardly any", (_, row) => (row % 9 === 0 ? 1 : 0)],
  ])("is left out with a sentence where it counts %s", async (_, counted) => {
    const { assumed, costs, cautions } = await counting(counted);
    expect([assumed["cac"], costs]).toEqual(["", []]);
    expect(cautions.join()).toMatch(
      /The acquisition cost on the tab Acquisition spend is not used: it counts [\d.]+ new customers where the data have \d+ in the same months/,
    );
    expect(cautions.join()).not.toContain("comes from");
  });
});

describe("the check of the rows", () => {
  const findings = async (headers: readonly string[]) => {
    const sheet = spreadsheet().insertSheet("Rows");
    const rows = Array.from({ length: 60 }, (_, row) => [
      `'INV-${1000 + Math.floor(row / 3)}`,
      `c${Math.floor(row / 3) % 11}@example.org`,
      new Date(Date.UTC(2025, Math.floor(row / 6), 5)),
      2.95,
      1,
    ]);
    sheet.getRange(1, 1, 61, 5).setValues([headers.slice(), ...rows]);
    const figure = (await ask("checkRows", await requestOn(workbook, "Rows")))!;
    expect(figure.error).toBeUndefined();
    return figure.cells.map(([check]) => check);
  };

  test("finds rows of orders that are exact duplicates", async () => {
    const found = await findings(["Order ID", "Email", "Order date", "Total", "Items"]);
    expect(found).toContain("Exact duplicate rows");
  });

  test("says nothing of lines of an order that are alike", async () => {
    const found = await findings(["Invoice no.", "Email", "Invoice date", "Unit price", "Quantity"]);
    expect(found).toContain("Rows read");
    expect(found).not.toContain("Exact duplicate rows");
  });
});

describe("the setup tab", () => {
  test("keeps assumptions in cells that formulas follow, and mapping that a later reading finds again", async () => {
    const answer = (await answerOn(workbook, "Orders"))!;
    const request = { label: "CLV", format: "", moneyFormat: "" };
    const { at } = await ask("insert", {
      ...request,
      setup: answer.setup,
      recipe: answer.value.recipe,
      newTab: "CLV",
    });
    const cell = spreadsheet().getSheetByName("CLV")!.getRange(at!.cell);
    const before = cell.getValue() as number;
    spreadsheet().getRange("'CLV Setup'!B5").setValue(0.4);
    expect(cell.getValue()).toBeCloseTo(before * 0.4, 9);
    const lines = spreadsheet().getSheetByName("CLV Setup")!.getDataRange();
    const row = lines.getValues().findIndex((cells) => cells[3] === "1.orders.amount");
    expect(lines.getFormulas()[row]![1]).toBe("=Orders!D1");
    expect(lines.getValues()[row]!.slice(0, 2)).toEqual(["amount", "Amount"]);
    const later = (await answerOn(workbook, "Orders"))!;
    expect(later.value.figure.cells[0]![0]).toBeCloseTo(before * 0.4, 9);
  });

  test("keeps a mapping changed by hand, also when the tab is renamed and a column is inserted", async () => {
    const request = await requestOn(workbook, "Orders");
    const channel = request.table.columns.find(({ header }) => header === "Channel")!;
    expect(channel.meaning).toBe("segment");
    const table = await ask("remapColumn", { table: request.table, column: channel.column, meaning: null });
    await ask("saveSetup", (await ask("answerFrom", { ...request, table }))!.setup);
    const sheet = spreadsheet().getSheetByName("Orders")!;
    sheet.setName("Sales of the shop");
    sheet.insertColumnsBefore(1, 1);
    const later = (await tablesOn(workbook, "Sales of the shop")).find(
      ({ tab }) => tab === "Sales of the shop",
    )!;
    expect(later.columns.map(({ header, meaning }) => [header, meaning])).toEqual([
      ["Order", "order"],
      ["Customer", "customer"],
      ["Date", "date"],
      ["Amount", "amount"],
      ["Channel", undefined],
    ]);
  });

  test("keeps what a person wrote into it when something else is inserted", async () => {
    const answer = (await answerOn(workbook, "Orders"))!;
    await ask("saveSetup", answer.setup);
    spreadsheet().getRange("'CLV Setup'!B6").setFormula("=20+30");
    const later = (await answerOn(workbook, "Orders"))!;
    await ask("saveSetup", later.setup);
    expect(spreadsheet().getRange("'CLV Setup'!B6").getFormula()).toBe("=20+30");
  });
});

describe("an insertion", () => {
  const insertAt = async (cell: string, newTab: string | null = null) => {
    const answer = (await answerOn(workbook, "Orders"))!;
    spreadsheet().getSheetByName("Orders")!.getRange(cell).activate();
    return ask("insert", {
      setup: answer.setup,
      recipe: answer.value.recipe,
      newTab,
      label: "CLV",
      format: "0.00",
      moneyFormat: "0.00",
    });
  };

  test("goes to the selected cell and leaves every other cell of the tab as it was", async () => {
    const values = () => JSON.stringify(spreadsheet().getRange("Orders!A1:E3000").getValues());
    const before = values();
    const { message } = await insertAt("H2");
    expect(message).toBe("Inserted in H2 of Orders. New tab: CLV Setup with its assumptions");
    expect(values()).toBe(before);
  });

  test("into an occupied cell writes nothing and says what to do", async () => {
    const before = names();
    const { at, message } = await insertAt("B2");
    expect(at).toBeNull();
    expect(message).toBe("B2 is not empty: select an empty cell, or insert on a new tab");
    expect(names()).toEqual(before);
  });

  test("is taken back with all that came with it", async () => {
    const before = names();
    const { at } = await insertAt("H2", "CLV");
    expect(names()).toEqual([...before, "CLV Setup", "CLV"]);
    expect(await ask("undoInsertion", at!)).toBe("Undone: the tab CLV is removed");
    expect(names()).toEqual(before);
  });

  test("is not taken back once its cell was changed", async () => {
    const { at } = await insertAt("H2");
    spreadsheet().getRange("Orders!H2").setValue("my own");
    expect(await ask("undoInsertion", at!)).toBe("H2 of Orders has been changed since: nothing was undone");
    expect(spreadsheet().getRange("Orders!H2").getValue()).toBe("my own");
  });
});

describe("the catalogue", () => {
  test("fills in every function that orders and spend give the arguments of, without an error", async () => {
    const request = await requestOn(workbook, "Orders");
    const entries = (await ask("catalogue", null)).flatMap((section) => section.entries);
    const calls = await Promise.all(
      entries.map(({ name, args }) => ask("fillCall", { ...request, name, args })),
    );
    const unfilled = entries.filter((_, index) => calls[index] === null).map(({ name }) => name);
    expect(unfilled).toEqual([
      "CLV_DISCOUNTED",
      "CLV_ORDERS",
      "CLV_CHURN_RATE",
      "CLV_CONVERT_RATE",
      "CLV_UNPIVOT",
      "CLV_SNAPSHOT",
      "CLV_SNAPSHOT_SURVIVAL",
      "CLV_RENEWALS",
      "CLV_RETENTION",
      "CLV_RETENTION_FIT",
      "CLV_EXPLAIN",
    ]);
    const faults = calls.flatMap((call) => call?.figure.error ?? []);
    expect(faults.map((fault) => fault.replace(/got .*/, "got …"))).toEqual([
      "CLV_INTERVAL: churn must be customers lost as whole numbers, got …",
    ]);
  });

  test("inserts the example of a function whose arguments the data do not give", async () => {
    spreadsheet().getSheetByName("Orders")!.getRange("H2").activate();
    expect((await ask("insertExample", "CLV_DISCOUNTED")).message).toBe("Inserted in H2 of Orders");
    expect(spreadsheet().getRange("Orders!H2").getFormula()).toBe("=CLV_DISCOUNTED(100, 80%, 10%)");
    expect((await ask("insertExample", "CLV_DISCOUNTED")).message).toBe(
      "H2 is not empty: select an empty cell",
    );
    await expect(ask("insertExample", "IMPORTXML")).rejects.toThrow(
      'name must be a function of this add-on, got "IMPORTXML"',
    );
  });
});

describe("the pause after which a customer counts as lost", () => {
  const fill = (name: string, rows: readonly (readonly unknown[])[]) => {
    const sheet = spreadsheet().insertSheet(name);
    sheet.insertRowsAfter(1, rows.length);
    sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
  };
  const month = (at: number) => new Date(Date.UTC(2022, at, 10));
  /** Firms that each sign every so many months, every fourth of them for the first half of the time only. */
  const deals = (every: number, months: number) => [
    ["Company", "Deal name", "Amount", "Close date", "Deal stage"],
    ...Array.from({ length: 96 }, (_, firm) =>
      Array.from({ length: Math.ceil((firm % 4 === 0 ? months / 2 : months) / every) }, (__, time) => [
        `Firm ${firm}`,
        `Deal ${firm}-${time}`,
        1000,
        month((firm % every) + time * every),
        "Closed won",
      ]),
    ).flat(),
  ];

  test("comes from the data: at most one in ten comes back after it", async () => {
    fill("Yearly deals", deals(11, 48));
    fill("Quarterly deals", deals(3, 14));
    // Months have 365.25 ÷ 12 days.
    expect((await answerOn(workbook, "Yearly deals"))!.lostAfter).toBe(12);
    // A quarter of 92 days is longer than 3 such months.
    expect((await answerOn(workbook, "Quarterly deals"))!.lostAfter).toBe(4);
  });

  test("stays as a person has set it", async () => {
    fill("Quarterly deals", deals(3, 14));
    const request = await requestOn(workbook, "Quarterly deals");
    expect((await ask("answerFrom", { ...request, changes: { inactive_after: 9 } }))!.lostAfter).toBe(9);
  });

  test("customers who never come back, too few for a value, are shown by what they have paid", async () => {
    fill("Once", [
      ["Customer", "Date", "Amount"],
      ...Array.from({ length: 8 }, (_, at) => [`c${at}@x.org`, month(at * 5), 10]),
    ]);
    const { headline, value } = (await answerOn(workbook, "Once"))!;
    expect(headline.title).toBe("Paid so far, per customer");
    expect(value.figure.cells).toEqual([[10]]);
  });

  test("of a list that says of nobody when it ended, what a customer pays is shown, and no limit of what one is worth", async () => {
    fill("Members", [
      ["Member", "Start", "Monthly price"],
      ...Array.from({ length: 12 }, (_, at) => [`M-${at}`, month(at * 2), 20 + at]),
    ]);
    const { headline, value } = (await answerOn(workbook, "Members"))!;
    expect(headline).toMatchObject({ question: "soFar", title: "Paid a month, per customer" });
    expect(headline.low).toBeUndefined();
    // The last one begins in the latest month, which is not over.
    expect(value.figure.cells).toEqual([[near((20 + 30) / 2)]]);
  });

  test("where more was paid back than paid, no value stands, and the reason comes first", async () => {
    fill("Signs", [
      ["Customer", "Date", "Amount"],
      ...Array.from({ length: 60 }, (_, at) => [`c${at % 25}@x.org`, month(at), at % 10 === 0 ? 30 : -20.5]),
    ]);
    const { headline, doubts } = (await answerOn(workbook, "Signs"))!;
    expect(headline.title).toBe("Paid so far, per customer");
    expect(doubts[0]).toEqual([expect.stringMatching(/^More was paid back than paid/)]);
  });

  test("customers so far who would stay for longer than thrice anybody has are doubted", async () => {
    fill("So far", [
      ["customer", "tenure", "monthly charges", "churn"],
      ...Array.from({ length: 60 }, (_, at) => [`c${at}`, 1 + (at % 12), 20, at % 20 === 0 ? "Yes" : "No"]),
    ]);
    const { headline, doubts } = (await answerOn(workbook, "So far"))!;
    expect(headline.lifetime).toBeCloseTo((60 * 6.5) / 3, 9);
    expect(doubts).toContainEqual(expect.arrayContaining(["Customers would stay "]));
  });

  test("data within a month are shown by what customers have paid", async () => {
    fill("Days", [
      ["Customer", "Date", "Amount"],
      ...Array.from({ length: 8 }, (_, at) => [`c${at % 3}@x.org`, new Date(Date.UTC(2026, 4, 3 + at)), 10]),
    ]);
    const { headline, value, doubts } = (await answerOn(workbook, "Days"))!;
    expect([headline.question, value.figure.cells[0]![0]]).toEqual(["few", near(80 / 3)]);
    expect(headline.why).toEqual([expect.stringContaining("only 3 customers")]);
    expect(doubts).toEqual([]);
  });
});

describe("how customers pay", () => {
  /** Payments of 30 customers, of which two gaps in five are a month. */
  const mixed = () => [
    ["Customer", "Date", "Amount"],
    ...Array.from({ length: 30 }, (_, customer) => {
      let day = Date.UTC(2024, 0, 1 + 3 * customer);
      return [0, 30, 45, 70, 31, 52].map((gap) => {
        day += gap * 86_400_000;
        return [`m${customer}@x.org`, new Date(day), 20];
      });
    }).flat(),
  ];

  test("is asked where the rows alone do not tell, and what a person says counts", async () => {
    const sheet = spreadsheet().insertSheet("Payments");
    sheet.getRange(1, 1, mixed().length, 3).setValues(mixed());
    const request = await requestOn(workbook, "Payments");
    const unsaid = (await ask("answerFrom", request))!;
    expect([unsaid.isKindOpen, unsaid.headline.question]).toEqual([true, "shop"]);
    const said = (await ask("answerFrom", { ...request, changes: { kind: "billed" } }))!;
    expect([said.isKindOpen, said.headline.question]).toEqual([false, "billed"]);
    expect(said.assumed["kind"]).toBe("billed");
  });

  test("is not asked of the orders of a shop", async () => {
    expect((await answerOn(workbook, "Orders"))!.isKindOpen).toBe(false);
  });
});

test("what stands below the lines of the setup tab stays there, also where they become more", async () => {
  await ask("saveSetup", (await answerOn(workbook, "Monthly"))!.setup);
  const setup = spreadsheet().getSheetByName("CLV Setup")!;
  setup.getRange(setup.getLastRow() + 2, 1).setValue("my own line");
  for (const tab of ["Orders", "Subscriptions"])
    await ask("saveSetup", (await answerOn(workbook, tab))!.setup);
  const lines = setup.getRange(1, 1, setup.getLastRow()).getValues().flat();
  expect(lines.filter((first) => first === "my own line")).toHaveLength(1);
  expect(lines[lines.length - 1]).toBe("my own line");
});

test("each source has assumptions of its own, and formulas over one stay as they were when another comes", async () => {
  const values = ({ tab, cell }: { readonly tab: string; readonly cell: string }) =>
    spreadsheet().getSheetByName(tab)!.getRange(cell).getValue() as number;
  const insertFrom = async (tab: string, changes: Readonly<Record<string, number>>) => {
    const answer = (await ask("answerFrom", { ...(await requestOn(workbook, tab)), changes }))!;
    const { setup, value } = answer;
    const request = { setup, recipe: value.recipe, newTab: tab, label: "", format: "", moneyFormat: "0.00" };
    return { answer, at: (await ask("insert", request)).at! };
  };
  const orders = await insertFrom("Orders", { gross_margin: 0.4 });
  const before = values(orders.at);
  const contracts = await insertFrom("Subscriptions", { gross_margin: 0.8 });
  expect(contracts.answer.assumed["gross_margin"]).toBe(0.8);
  expect(values(orders.at)).toBe(before);
  expect(values(contracts.at)).toBeCloseTo(contracts.answer.value.figure.cells[0]![0] as number, 9);

  const setup = spreadsheet().getSheetByName("CLV Setup")!;
  const cells = setup.getRange(1, 1, setup.getLastRow(), 2).getValues();
  const rows = cells.flatMap(([label], row) => (label === "Gross margin" ? [row] : []));
  expect(rows.map((row) => [cells[row - 1]![0], cells[row]![1]])).toEqual([
    ["Assumptions for Orders", 0.4],
    ["Assumptions for Subscriptions", 0.8],
  ]);
  setup.getRange(rows[0]! + 1, 2).setValue(0.2);
  expect(values(orders.at)).toBeCloseTo(before / 2, 9);
  const later = (await answerOn(workbook, "Orders"))!;
  expect(later.assumed["gross_margin"]).toBe(0.2);
  expect(later.value.figure.cells[0]![0]).toBeCloseTo(before / 2, 9);
});

test("another period than the one on the setup tab has a window of its own", async () => {
  await ask("saveSetup", (await answerOn(workbook, "Orders"))!.setup);
  const request = await requestOn(workbook, "Orders");
  const answer = (await ask("answerFrom", { ...request, changes: { period: "quarter" } }))!;
  expect(answer.value.figure.error).toBeUndefined();
  expect(answer.window).toBeLessThan(12);
  const kept = (await ask("answerFrom", { ...request, changes: { period: "month" } }))!;
  expect(kept.window).toBe(12);
});

/** What becomes of a question: "answered", or the message of the refusal. */
function refusedOrNot(name: string, json: string): string {
  try {
    workbook.call("answer", [name, json]);
    return "answered";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("the add-on refuses what the sidebar would not send", () => {
  const recipe = (result: unknown) =>
    ({ setup: { number: 1, lines: [], kept: [] }, recipes: [{ steps: [], result }] }) as never;

  test.each([
    [
      "a function that is not its own",
      { apply: "IMPORTXML", to: ["http://example.org"] },
      'a recipe must be one of the sidebar\'s, got {"apply":"IMPORTXML","to":["http://example.org"]}',
    ],
    [
      "a step that is more than a word",
      { step: "IMPORTXML(1)" },
      'a recipe must be one of the sidebar\'s, got {"step":"IMPORTXML(1)"}',
    ],
    [
      "a setting that is not among the lines",
      { setting: "margin" },
      'a recipe must be one of the sidebar\'s, got {"setting":"margin"}',
    ],
    [
      "text in place of a reference",
      { range: "Orders!A1)+IMPORTXML(1" },
      'reference must be one such as Orders!B2:B, got "Orders!A1)+IMPORTXML(1"',
    ],
    [
      "a tab that is not there",
      { range: "Nowhere!A1" },
      'tab must be one of this spreadsheet, with cells, got "Nowhere"',
    ],
  ])("%s", async (_, term, message) => {
    await expect(ask("compute", recipe(term))).rejects.toThrow(message);
  });

  test("a question that it does not ask", () => {
    expect(() => workbook.call("answer", ["constructor", "null"])).toThrow(
      "name must be a question that the sidebar asks",
    );
  });

  test("arguments that do not fit the question, whichever it is", () => {
    const questions = ["settle", "remapColumn", "answerFrom", "fillCall", "compute", "saveSetup", "insert"];
    const others = ["undoInsertion", "prepareCopy", "planReport", "reportPart", "writeReport", "buildReport"];
    const before = names();
    for (const name of [...questions, ...others])
      for (const json of ["null", "1", '"x"', '{"table":null}', "[[1]]", "{"])
        expect(refusedOrNot(name, json)).toMatch(/^(answered|\S+ must be )/);
    expect(names()).toEqual(before);
  });

  test("text on the setup tab that would be a formula stays text", async () => {
    const line = { key: "=1+1", label: "=IMPORTXML(1)", value: "=2+2", note: "@x", format: "" };
    await ask("saveSetup", { number: 1, lines: [line], kept: [] });
    const cells = spreadsheet().getRange("'CLV Setup'!A4:D4");
    expect(cells.getFormulas()).toEqual([["", "", "", ""]]);
    expect(cells.getValues()).toEqual([["=IMPORTXML(1)", "=2+2", "@x", "=1+1"]]);
  });
});
