import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import JSZip from "jszip";
import { ask } from "../src/sidebar/server";
import type { MenuEntry } from "../src/workbook/services/host";
import { connectSidebar } from "./support/sidebarOf";
import { type Workbook, openWorkbook, sampleData } from "./support/workbook";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const name = `clv-${version}`;
let folder: string;
let again: string;
let said: string;

/** What the .zip holds, by path: all that someone has who installs from it. */
let files: ReadonlyMap<string, Buffer>;

const bytes = (path: string): Buffer => {
  const content = files.get(path);
  if (content === undefined) throw new Error(`The .zip has no ${path}`);
  return content;
};
const text = (path: string): string => bytes(path).toString("utf8");

const run = promisify(execFile);
const makeRelease = (into: string) => run(process.execPath, ["build/run.mjs", "build/release.ts", into]);

beforeAll(async () => {
  [folder, again] = [1, 2].map(() => mkdtempSync(join(tmpdir(), "release-"))) as [string, string];
  [{ stdout: said }] = await Promise.all([makeRelease(folder), makeRelease(again)]);
  const zip = await JSZip.loadAsync(readFileSync(join(folder, `${name}.zip`)));
  const unpacked = Object.values(zip.files).filter((file) => !file.dir);
  files = new Map(
    await Promise.all(
      unpacked.map(
        async (file) => [file.name.slice(name.length + 1), await file.async("nodebuffer")] as const,
      ),
    ),
  );
}, 60_000);

afterAll(() => {
  for (const made of [folder, again]) rmSync(made, { recursive: true });
});

/** The steps of the page for one of the folders: the files that it says to paste, by the name that each gets in the editor. */
function pasted(of: "functions-only" | "add-on"): { code: string; pages: Record<string, string> } {
  const page = text("INSTALL.html").replace(/\s+/g, " ");
  const named = Array.from(
    page.matchAll(new RegExp(`<code>(${of}/[\\w.]+)</code>`, "g")),
    ([, path]) => path!,
  );
  const pages = named.filter((path) => path.endsWith(".html"));
  expect(named).toContain(`${of}/Code.gs`);
  expect(named).toContain(`${of}/appsscript.json`);
  return {
    code: text(`${of}/Code.gs`),
    pages: Object.fromEntries(pages.map((path) => [path.slice(of.length + 1, -".html".length), text(path)])),
  };
}

const value = (workbook: Workbook, formula: string): unknown =>
  workbook.services.SpreadsheetApp.getActive().getActiveSheet().getRange("Z1").setFormula(formula).getValue();

const itemsOf = (entries: readonly MenuEntry[]): { caption: string; functionName: string }[] =>
  entries.flatMap((entry) => ("entries" in entry ? itemsOf(entry.entries) : [entry]));

describe("the release", () => {
  test("says of each of its files what it must be, and has all of them in the folder too", () => {
    const sums = text("SHA256SUMS.txt").trim().split("\n");
    const listed = sums.map((line) => line.split("  ") as [string, string]);
    for (const [sum, path] of listed)
      expect([path, createHash("sha256").update(bytes(path)).digest("hex")]).toEqual([path, sum]);
    const paths = [...listed.map(([, path]) => path), "SHA256SUMS.txt"].sort();
    expect(Array.from(files.keys()).sort()).toEqual(paths);
    const inFolder = readdirSync(join(folder, name), { recursive: true, withFileTypes: true });
    expect(inFolder.filter((one) => one.isFile())).toHaveLength(paths.length);
    for (const path of paths)
      expect([path, readFileSync(join(folder, name, path)).equals(bytes(path))]).toEqual([path, true]);
  });

  test("is the same to the byte when it is made again, and says its checksum", () => {
    const sum = (of: string) =>
      createHash("sha256")
        .update(readFileSync(join(of, `${name}.zip`)))
        .digest("hex");
    expect(sum(again)).toBe(sum(folder));
    expect(said).toContain(`SHA-256 ${sum(folder)}`);
  });

  test("of the functions alone computes, and asks for no permission that Google calls sensitive", () => {
    const { code, pages } = pasted("functions-only");
    expect(pages).toEqual({});
    const workbook = openWorkbook({ code, timeZone: "UTC" });
    expect(value(workbook, "=CLV(100, 24)")).toBe(2400);
    expect(
      value(
        workbook,
        '=INDEX(CLV_COHORTS({"a";"a";"b"}, {"2026-01-03";"2026-02-03";"2026-02-04"}, {1;2;3}), 2, 2)',
      ),
    ).toBe(1);
    workbook.dispose();
    const { oauthScopes } = JSON.parse(text("functions-only/appsscript.json")) as { oauthScopes: string[] };
    expect(oauthScopes).toEqual(["https://www.googleapis.com/auth/spreadsheets.currentonly"]);
    expect(code).not.toMatch(/SpreadsheetApp\.getUi|function onOpen/);
  });

  test("of the whole add-on computes, has its menu, shows the sidebar and answers it", async () => {
    const menus = new Map<string, readonly MenuEntry[]>();
    const sidebars: string[] = [];
    const toasts: string[] = [];
    const workbook = openWorkbook({
      ...pasted("add-on"),
      snapshot: sampleData("released"),
      timeZone: "UTC",
      host: {
        showMenu: (title, entries) => void menus.set(title, entries),
        showSidebar: ({ content }) => void sidebars.push(content),
        toast: (message) => void toasts.push(message),
      },
    });
    expect(value(workbook, "=CLV(100, 24)")).toBe(2400);
    workbook.call("onOpen", []);
    const items = itemsOf(Array.from(menus.values()).flat());
    const functionOf = (caption: string) => items.find((item) => item.caption === caption)!.functionName;
    workbook.call(functionOf("Use CLV functions in this spreadsheet"), []);
    expect(toasts).toEqual(["Type =CLV in a cell to see them."]);
    workbook.call(functionOf("Open CLV"), []);
    expect(sidebars.map((html) => html === text("add-on/Sidebar.html"))).toEqual([true]);
    connectSidebar(workbook);
    expect((await ask("catalogue", null)).length).toBeGreaterThan(5);
    workbook.call(functionOf("Build report"), []);
    const tabs = workbook.services.SpreadsheetApp.getActive()
      .getSheets()
      .map((sheet) => sheet.getName());
    expect(tabs).toContain("CLV Report");
    workbook.dispose();
  }, 60_000);

  test("shows its menu beside code of one's own that runs at opening too, as the page says", () => {
    const { code } = pasted("add-on");
    const line = /^function onOpen\(.*\n/m;
    expect(text("INSTALL.html").replace(/\s+/g, " ")).toContain(
      "write <code>clv_.onOpen();</code> into it and delete the line <code>function onOpen() …</code>",
    );
    const shown: MenuEntry[] = [];
    const workbook = openWorkbook({
      code: `${code.replace(line, "")}\nvar ran = 0; function onOpen() { ran++; clv_.onOpen(); }\nfunction RAN() { return ran; }`,
      host: { showMenu: (_, entries) => void shown.push(...entries) },
    });
    workbook.call("onOpen", []);
    expect(itemsOf(shown).map(({ caption }) => caption)).toContain("Open CLV");
    expect(workbook.call("RAN", [])).toBe(1);
    workbook.dispose();
  });

  test("tells in the first line of each script which version it is", () => {
    expect(text("add-on/Code.gs").split("\n")[0]).toBe(`// CLV for Google Sheets ${version}`);
    expect(text("functions-only/Code.gs").split("\n")[0]).toBe(
      `// CLV for Google Sheets ${version}, functions only`,
    );
  });

  test("can be pasted: no line is longer than 1,000 characters in a script, or 5,000 in a page", () => {
    for (const path of Array.from(files.keys()).filter((one) => /^(?:add-on|functions-only)\//.test(one))) {
      const limit = path.endsWith(".gs") ? 1000 : 5000;
      const longest = Math.max(
        ...text(path)
          .split("\n")
          .map((line) => line.length),
      );
      expect([path, longest <= limit]).toEqual([path, true]);
    }
  });

  test("installs by a page that says its version and has drawings, called so, with words for who cannot see them", () => {
    const page = text("INSTALL.html");
    expect(page).toContain(`Install CLV ${version}`);
    const figures = page.match(/<figure>[^]*?<\/figure>/g)!;
    expect(figures.length).toBeGreaterThan(3);
    for (const figure of figures) {
      expect(figure).toMatch(/role="img"\s+aria-label="Drawing of /);
      expect(figure).toMatch(/<figcaption>\s*A drawing/);
    }
    // it may be opened where there is no network
    expect(page).not.toMatch(/https?:\/\/|<script|url\(/);
  });

  test("names items of the menu as they are", () => {
    const code = text("add-on/Server.html") + text("add-on/Code.gs");
    const page = text("INSTALL.html").replace(/\s+/g, " ");
    for (const item of [
      "Open CLV",
      "Use CLV functions in this spreadsheet",
      "Turn CLV formulas into values",
      "Check CLV in this spreadsheet",
    ]) {
      expect(page).toContain(item);
      expect(code).toContain(item);
    }
  });

  test("holds the licence of what others wrote in it", () => {
    expect(text("LICENCES-OF-OTHERS.txt")).toContain("Copyright (c) 2015-present Jason Miller");
    expect(text("LICENCES-OF-OTHERS.txt")).toContain("Luca Ongaro");
    expect(text("LICENSE.txt")).toContain("Apache License");
  });

  test("holds the documentation as pages that open without a server", () => {
    expect(text("docs/index.html")).toContain("CLV for Google Sheets");
    expect(text("docs/functions/CLV.html")).toContain('src="../docs.js"');
    expect(text("docs/docs.js")).toContain("Luca Ongaro");
    expect(text("docs/search-index.js").length).toBeGreaterThan(10_000);
  });

  test("lists each function with its arguments, their units, its result and an example, for programs that write formulas", () => {
    const list = JSON.parse(text("functions.json")) as {
      version: string;
      conventions: string[];
      functions: {
        name: string;
        alsoCalled: string[];
        notFor: string;
        arguments: { name: string; unit?: string; accepts?: string }[];
        result: { text: string; unit?: string; columns?: { name: string; unit: string; meaning: string }[] };
        example: { formula: string; result: unknown };
      }[];
    };
    const stubs = Array.from(
      text("functions-only/Code.gs").matchAll(/^function (CLV\w*)\((.*?)\) \{/gm),
      ([, own, parameters]) => [own!, parameters!],
    );
    expect(list.version).toBe(version);
    expect(list.conventions.length).toBeGreaterThan(5);
    expect(
      list.functions.map((one) => [one.name, one.arguments.map((given) => given.name).join(", ")]),
    ).toEqual(stubs);
    for (const { name: own, example, result } of list.functions) {
      expect(example.formula).toContain(`${own}(`);
      expect([own, result.unit !== undefined || result.columns !== undefined]).toEqual([own, true]);
    }
    for (const { name: own, notFor } of list.functions)
      expect([own, notFor.length > 10]).toEqual([own, true]);
    const named = (own: string) => list.functions.find((one) => one.name === own)!;
    expect(named("CLV_COHORTS").alsoCalled).toContain("Kohortenanalyse");
    expect(named("CLV_TREND").result.columns).toContainEqual({
      name: "CLV",
      unit: "money",
      meaning: "CLV over the window that ends here",
    });
    const rolling = named("CLV_ROLLING");
    expect(rolling.arguments.map(({ unit }) => unit)).toEqual([
      "money a period",
      "count",
      "customers, or their share",
      "rows",
      "share",
      undefined,
    ]);
    expect(rolling.result).toMatchObject({ unit: "money" });
  });
});
