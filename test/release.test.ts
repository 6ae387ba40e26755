import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import JSZip from "jszip";
import { connectSidebar } from "./support/sidebarOf";
import { ask } from "../src/sidebar/server";
import { openWorkbook } from "./support/workbook";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const name = `clv-${version}`;
let folder: string;
const bytes = (path: string) => readFileSync(join(folder, name, path));
const text = (path: string) => bytes(path).toString("utf8");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "release-"));
  execFileSync(process.execPath, ["build/run.mjs", "build/release.ts", folder]);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** What stands in a script's editor after its files are replaced by those of a folder, as its page says. */
function pasted(of: string) {
  const files = readdirSync(join(folder, name, of));
  const pages = files.filter((file) => file.endsWith(".html"));
  const code = join(folder, "Code.js");
  writeFileSync(code, text(`${of}/Code.gs`));
  return {
    code,
    pages: Object.fromEntries(pages.map((file) => [file.slice(0, -5), text(`${of}/${file}`)])),
  };
}

describe("the release", () => {
  test("says of each of its files what it must be, and has all of them in the .zip", async () => {
    const sums = text("SHA256SUMS.txt").trim().split("\n");
    for (const line of sums) {
      const [sum, path] = line.split("  ") as [string, string];
      expect([path, createHash("sha256").update(bytes(path)).digest("hex")]).toEqual([path, sum]);
    }
    const paths = sums.map((line) => line.split("  ")[1]!);
    const { files } = await JSZip.loadAsync(readFileSync(join(folder, `${name}.zip`)));
    const zipped = Object.values(files).flatMap((file) => (file.dir ? [] : [file.name]));
    expect(zipped.sort()).toEqual([...paths, "SHA256SUMS.txt"].map((path) => `${name}/${path}`).sort());
  });

  test("of the functions alone computes, and asks for no permission that Google calls sensitive", () => {
    const workbook = openWorkbook({ ...pasted("functions-only"), timeZone: "UTC" });
    const sheet = workbook.services.SpreadsheetApp.getActive().getActiveSheet();
    sheet.getRange("A1").setFormula("=CLV(100, 24)");
    expect(sheet.getRange("A1").getValue()).toBe(2400);
    workbook.dispose();
    const { oauthScopes } = JSON.parse(text("functions-only/appsscript.json")) as { oauthScopes: string[] };
    expect(oauthScopes).toEqual(["https://www.googleapis.com/auth/spreadsheets.currentonly"]);
    expect(text("functions-only/Code.gs")).not.toMatch(/SpreadsheetApp\.getUi|function onOpen/);
  });

  test("of the whole add-on, with its three pages, computes and answers the sidebar", async () => {
    const workbook = openWorkbook({ ...pasted("add-on"), timeZone: "UTC" });
    connectSidebar(workbook);
    expect((await ask("catalogue", null)).length).toBeGreaterThan(5);
    workbook.dispose();
  });

  test("tells all steps of its page with files that it has", () => {
    const page = text("INSTALL.html");
    const named = Array.from(
      page.matchAll(/<code>((?:add-on|functions-only)\/[\w.]+)<\/code>/g),
      ([, path]) => path!,
    );
    expect(named.length).toBeGreaterThan(2);
    for (const path of named) expect(text(path).length).toBeGreaterThan(0);
    expect(page).toContain(version);
  });

  test("holds the documentation as pages that open without a server", () => {
    expect(text("docs/index.html")).toContain("CLV for Google Sheets");
    expect(text("docs/functions/CLV.html")).toContain('src="../docs.js"');
    expect(text("docs/docs.js")).toContain("Luca Ongaro");
    expect(text("docs/search-index.js").length).toBeGreaterThan(10_000);
  });

  test("lists each function with an example, for programs that write formulas", () => {
    const { functions } = JSON.parse(text("functions.json")) as {
      functions: { name: string; example: string }[];
    };
    const stubs = Array.from(
      text("functions-only/Code.gs").matchAll(/^function (CLV\w*)\(/gm),
      ([, one]) => one!,
    );
    expect(functions.map((one) => one.name)).toEqual(stubs);
    for (const { name: own, example } of functions) expect(example).toContain(`${own}(`);
  });
});
