import { readFileSync } from "node:fs";
import { runInContext } from "node:vm";
import { describe, expect, test } from "@jest/globals";
import { type FunctionDeclaration, type VariableDeclaration, parse } from "acorn";
import { sectionNames } from "../build/sectionNames";
import { budgets } from "../build/sizes";
import { functions } from "../src/functions";
import { appsScriptContext, builtCode, loadedScript } from "./support/appsScript";
import { call, messageOf, readable } from "./support/call";

const code = builtCode();
const program = parse(code, { ecmaVersion: 2019, sourceType: "script" });

/** Functions of the script that a menu or the sidebar calls. */
const entryPoints = [
  "addToHistory",
  "answer",
  "buildReport",
  "freezeFormulas",
  "freezeTab",
  "onInstall",
  "onOpen",
  "prepareCopyToShare",
  "selfTest",
  "showSidebar",
  "thawFormulas",
  "updateData",
  "useInThisSpreadsheet",
  "useNativeFormulas",
  "useNativeInSelection",
];

/** Names that Sheets has functions of, or Apps Script runs by itself. */
const reserved = /^(doGet|doPost|onEdit|onChange|onSelectionChange|onFormSubmit)$|_$/;

describe("Code.js is what Apps Script can load", () => {
  test("its syntax is ECMAScript 2019 or older", () => {
    expect(() => parse(code, { ecmaVersion: 2019, sourceType: "script" })).not.toThrow();
  });

  test("it uses no lookbehind, named group or BigInt, of which Apps Script promises nothing", () => {
    expect(code).not.toMatch(/\(\?<|\b\d+n\b/);
  });

  // Every formula cell pays for what it compiles.
  test.each(sectionNames)("a function of the section %s compiles no more than its budget", (section) => {
    const { context } = loadedScript();
    const compiled = runInContext(
      `clv_.load("${section}"); Object.keys(clv_.loaded).map((part) => clv_.parts[part]).join("")`,
      context,
    ) as string;
    expect(Buffer.byteLength(compiled)).toBeLessThanOrEqual(budgets.compiled(section));
  });

  test("each of its parts is the body of a function in ECMAScript 2019 or older", () => {
    const { context } = loadedScript();
    const parts = Object.values(runInContext("clv_.parts", context) as Record<string, string>);
    expect(parts.length).toBeGreaterThan(sectionNames.length);
    for (const part of parts) {
      const options = { ecmaVersion: 2019, sourceType: "script", allowReturnOutsideFunction: true } as const;
      expect(() => parse(part, options)).not.toThrow();
    }
  });

  test("loading it calls no service and leaves nothing but its own names behind", () => {
    const { context } = appsScriptContext();
    const untouchable = new Proxy(
      {},
      {
        get: (_, name) => {
          throw new Error(`${String(name)} was called at load`);
        },
      },
    );
    Object.assign(context, { SpreadsheetApp: untouchable, Utilities: untouchable });
    const before = new Set(Object.getOwnPropertyNames(context));
    runInContext(code, context);
    const added = Object.getOwnPropertyNames(context).filter((name) => !before.has(name));
    expect(added.sort()).toEqual(["clv_", ...entryPoints, ...functions.map(({ name }) => name)].sort());
  });

  test("its manifest asks for the current spreadsheet and the sidebar only", () => {
    const manifest = JSON.parse(readFileSync("build/out/appsscript.json", "utf8")) as {
      oauthScopes: string[];
      runtimeVersion: string;
      exceptionLogging: string;
    };
    expect(manifest.runtimeVersion).toBe("V8");
    // Messages of errors quote cells, which belong in no log.
    expect(manifest.exceptionLogging).toBe("NONE");
    expect(manifest.oauthScopes).toEqual([
      "https://www.googleapis.com/auth/spreadsheets.currentonly",
      "https://www.googleapis.com/auth/script.container.ui",
    ]);
  });
});

describe("the files that are pushed", () => {
  test.each(["Code.js", "Server.html", "Sidebar.html", "Catalogue.html"])(
    "%s has no line that an editor would not open",
    (file) => {
      const lines = readFileSync(`build/out/${file}`, "utf8").split("\n");
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(5000);
    },
  );

  test.each(["Server.html", "Sidebar.html"])(
    "%s holds nothing that HtmlService could take for a comment and strip",
    (file) => {
      expect(readFileSync(`build/out/${file}`, "utf8")).not.toMatch(/\/[/*]|<\?/);
    },
  );
});

describe("Sidebar.html", () => {
  const page = readFileSync("build/out/Sidebar.html", "utf8");

  test("is no larger than its budget", () => {
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(budgets.sidebar);
  });

  test("asks nobody else for anything", () => {
    // Names of namespaces, which nobody fetches.
    expect(page.match(/https?:[^"'\s]*/g) ?? []).toEqual(
      page.match(/http:\/\\\/www\.w3\.org[^"'\s]*/g) ?? [],
    );
    expect(page).not.toMatch(/<(?:link|img|iframe)\b|<script[^>]* src/);
  });
});

describe("Server.html is what load.ts can evaluate", () => {
  const page = readFileSync("build/out/Server.html", "utf8");
  const body = page.replace(/<\/?script>/g, "");

  test("its syntax is that of a function's body in ECMAScript 2019 or older", () => {
    const options = { ecmaVersion: 2019, sourceType: "script", allowReturnOutsideFunction: true } as const;
    expect(() => parse(body, options)).not.toThrow();
    expect(body).not.toMatch(/\(\?<|\b\d+n\b/);
  });

  test("it holds no template literal, in which HtmlService would strip what follows //", () => {
    expect(body).not.toContain("`");
  });

  test("evaluating it calls no service", () => {
    const { context } = appsScriptContext();
    const services = ["SpreadsheetApp", "HtmlService", "Utilities"];
    for (const service of services) delete (context as Record<string, unknown>)[service];
    const evaluated = runInContext(`(function () {${body}})()`, context) as Record<string, unknown>;
    expect(typeof evaluated["answer"]).toBe("function");
  });
});

describe("each custom function is declared as Sheets needs it", () => {
  const declarations = program.body.filter(
    (node): node is FunctionDeclaration => node.type === "FunctionDeclaration",
  );

  test("top-level names are one private bundle, the custom functions and the entry points", () => {
    const variables = program.body.filter(
      (node): node is VariableDeclaration => node.type === "VariableDeclaration",
    );
    const names = variables.flatMap(({ declarations: all }) =>
      all.map(({ id }) => (id as { name: string }).name),
    );
    expect(names).toEqual(["clv_"]);
    expect(declarations.map(({ id }) => id.name).sort()).toEqual(
      [...functions.map(({ name }) => name), ...entryPoints].sort(),
    );
  });

  test.each(functions.map((record) => [record.name, record] as const))("%s", (name, { args, summary }) => {
    const declaration = declarations.find(({ id }) => id.name === name)!;
    expect(declaration.params.map((parameter) => (parameter as { name: string }).name)).toEqual(
      args.map((argument) => argument.name),
    );
    const before = code.slice(0, declaration.start).trimEnd();
    const card = before.slice(before.lastIndexOf("/**"));
    expect(card.endsWith("* @customfunction\n */")).toBe(true);
    expect(card).toContain(` * ${summary} Example: =${name}(`);
    expect(card.match(/@param \{any\} (\w+)/g)).toHaveLength(args.length);
    for (const { name: argument, optional } of args) {
      const line = card.split("\n").find((text) => text.startsWith(` * @param {any} ${argument} `))!;
      expect(line.includes(" Optional")).toBe(optional);
    }
    expect(name).toMatch(/^CLV(_[A-Z]+)*$/);
    expect(name).not.toMatch(reserved);
  });
});

describe("the built script computes what the source computes", () => {
  const months = ["2026-01", "2026-02", "2026-03"];
  const given: Record<string, unknown[]> = {
    CLV: [[[100], [200]], 36, 0.8],
    CLV_ROLLING: [[[1000], [1000], [1200]], [[10], [10], [12]], [[1], [0], [2]], 3],
    CLV_TREND: [
      months.map((month) => [month]),
      [[1000], [1000], [1200]],
      [[10], [10], [12]],
      [[1], [0], [2]],
      2,
    ],
    CLV_KPIS: [
      [["Ann"], ["Bo"], ["Ann"]],
      [["2026-01-05"], ["2026-01-20"], ["2026-02-10"]],
      [[100], [50], [70]],
    ],
    CLV_ROWS: [
      [
        ["Who", "Day", "Paid", "State", "VAT"],
        ["Ann", "31.12.2026", "€ 119,00", "bezahlt", "19,00"],
        ["Bo", "30. Dez. 2026", "€ -59,50", "Gutschrift", "9,50"],
        ["", "30.12.2026", "1.190", "storniert", ""],
      ],
      "customer: Who, date: Day, amount: Paid, status: State, tax: VAT",
    ],
    CLV_ROWS_LEFT_OUT: [
      [
        ["Who", "From", "To", "Price", "Every"],
        ["Ann", "2026-01-05", "", 120, "year"],
        ["Bo", "", "", 5, "month"],
      ],
      "customer: Who, start: From, end: To, mrr: Price, interval: Every",
    ],
    CLV_SQL: ["kpis", "shop.sales.orders", "customer_id", "ordered_at", "order_value", "", "2026-03-31"],
    CLV_EXPLAIN: ["CLV_LIFETIME", 0.02],
  };
  test.each(Object.keys(given))("%s, without the documentation that the build leaves out", (name) => {
    const { context } = loadedScript();
    const run = context[name] as (...values: unknown[]) => unknown;
    const copied = JSON.parse(JSON.stringify(run(...given[name]!))) as unknown;
    expect(copied).toEqual(JSON.parse(JSON.stringify(call(name, ...given[name]!))));
  });

  test("a date that Sheets passes counts by the spreadsheet's own day, and a date comes back as its midnight", () => {
    const { context } = loadedScript("America/New_York");
    const evening = new Date("2026-03-01T04:30:00Z");
    const table = (context.CLV_KPIS as (...values: unknown[]) => Date[][])("Ann", evening, 10);
    expect(readable(table[1]![0]!)).toBe("2026-02-01T05:00:00.000Z");
  });

  test("an error names the cells as the source does", () => {
    const { context } = loadedScript();
    const rows = [
      [["Ann"], ["Bo"]],
      [["2026-01-05"], ["03/04/2026"]],
      [[100], ["n/a"]],
    ];
    const message = messageOf("CLV_KPIS", ...rows);
    expect(message).toContain("in row 2");
    expect(() => (context.CLV_KPIS as (...values: unknown[]) => unknown)(...rows)).toThrow(message);
  });

  test("an error names the function and says what to do", () => {
    const { context } = loadedScript();
    expect(() => (context.CLV as (...values: unknown[]) => unknown)(100, 36, 80)).toThrow(
      "CLV: gross_margin must be a rate between 0 and 1, got 80 (write 80% or 0.8)",
    );
  });
});
