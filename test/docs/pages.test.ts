import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { isAsSaid, wrongExamples } from "../../build/docs/examples";
import type { Page } from "../../build/docs/pages";
import { renderAll, siteFaults } from "../../build/docs/site";

const folder = mkdtempSync(join(tmpdir(), "docs-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a page of a function is, as far as links know it. */
const functionPages = [
  { path: "functions/index.md", file: "index", markdown: "# All functions\n", hasLines: false },
  {
    path: "functions/CLV_KPIS.md",
    file: "CLV_KPIS.ts",
    markdown: "# CLV\\_KPIS\n\n## Errors\n",
    hasLines: false,
  },
];

/** The pages of this folder with some of their text replaced, or with further pages. */
function pagesWith(files: Readonly<Record<string, string>> = {}): Page[] {
  rmSync(folder, { recursive: true });
  cpSync("test/docs/pages", folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return renderAll(folder, functionPages);
}

/** What is wrong, by file within the folder; entries for functions that have no page here left out. */
const faultsOf = (files?: Readonly<Record<string, string>>) =>
  siteFaults(pagesWith(files), folder)
    .map((fault) => fault.replace(`${folder}/`, ""))
    .filter((fault) => !/functions\/CLV\w*\.md is no page/.test(fault));

const index = (text: string) => ({ "index.md": `# Home\n\n${text}\n` });

describe("a build of the documentation", () => {
  test("passes where all is well", () => {
    expect(faultsOf()).toEqual([]);
  });

  test.each([
    ["a link to a page that is not there", "[x](nowhere.md)", "the link nowhere.md leads nowhere"],
    [
      "a link to a heading that is not there",
      "[x](more/orders.md#no-such)",
      "the link more/orders.md#no-such leads to a heading that FOLDER/more/orders.md does not have",
    ],
    [
      "a link to a heading of its own that is not there",
      "[x](#none)",
      "the link #none leads to a heading that FOLDER/index.md does not have",
    ],
    [
      "a link to a function that is none",
      "[x](functions/CLV_NONE.md)",
      "the link functions/CLV_NONE.md leads nowhere",
    ],
    ["an image that is not there", "![x](images/none.png)", "the image images/none.png is not there"],
    ["an image without words", "![](images/dot.png)", "the image images/dot.png has no text beside it"],
    ["a formula that does not parse", "It is $\\frac{1}$.", "the formula \\frac{1} does not parse"],
    ["a second title", "# Another", "a page begins with its title, # and text, and has one"],
  ])("fails by %s, with file and line", (_, text, what) => {
    const [fault, ...others] = faultsOf(index(`Words.\n\n${text}`));
    expect(others).toEqual([]);
    expect(fault!.replaceAll(folder, "FOLDER")).toContain(what);
    expect(fault).toMatch(what.includes("title") ? /^index\.md:1: / : /^index\.md:5: /);
  });

  test("names the line of a paragraph in which the fault stands", () => {
    expect(faultsOf(index("One\ntwo [x](gone.md)\nthree\n\n- a\n- [y](gone.md)"))).toEqual([
      "index.md:4: the link gone.md leads nowhere",
      "index.md:8: the link gone.md leads nowhere",
    ]);
  });

  test("fails by a page in no group, a group's page that is none, and one that is listed twice", () => {
    expect(faultsOf({ "stray.md": "# Stray\n" })).toEqual([
      "stray.md:1: the page is in no group of FOLDER/navigation.json".replace("FOLDER", folder),
    ]);
    const groups = JSON.stringify([
      { title: "Start", pages: ["index.md", "more/orders.md", "gone.md", "index.md"] },
      { title: "Functions", functions: true },
    ]);
    expect(faultsOf({ "navigation.json": groups })).toEqual([
      "navigation.json: gone.md is no page",
      "navigation.json: index.md is listed twice",
    ]);
  });
});

describe("the formulas of a page", () => {
  const wrong = (files?: Readonly<Record<string, string>>) =>
    wrongExamples(pagesWith(files)).map((fault) => fault.replace(`${folder}/`, ""));

  test("are computed over its cells, and give what it says", () => {
    expect(wrong()).toEqual([]);
  });

  test("fail the build where they give something else, with file and line", () => {
    const [before, after] = ["=SUM(Orders!C:C) → 220.50", "=SUM(Orders!C:C) → 220.51"];
    const orders = readFileSync("test/docs/pages/more/orders.md", "utf8").replace(before, after);
    expect(wrong({ "more/orders.md": orders })).toEqual([
      "more/orders.md:16: =SUM(Orders!C:C) gives 220.5, not 220.51",
    ]);
  });

  test("fail it where they are an error, or no formulas at all, or are over a tab that another page has", () => {
    const sheet = ["```sheet", '=CLV("many", 36)', "CLV(1, 2)", "=SUM(Orders!C:C) → 220.5", "```"].join("\n");
    const faults = wrong(index(sheet));
    expect(faults.slice(0, 2)).toEqual([
      'index.md:4: =CLV("many", 36) fails: CLV: average_revenue must be a number of 0 or more, got "many"',
      "index.md:5: CLV(1, 2) is no formula: a line begins with =",
    ]);
    expect(faults[2]).toMatch(/^index\.md:6: =SUM\(Orders!C:C\) gives .*, not 220.5$/);
  });

  test("may be said to give an error, by its message", () => {
    const message = 'CLV: average_revenue must be a number of 0 or more, got "many"';
    const sheet = ["```sheet", `=CLV("many", 36) → ${message}`, "```"].join("\n");
    expect(wrong(index(sheet))).toEqual([]);
  });

  test.each([
    [12.34, "12.3", true],
    [12.36, "12.3", false],
    [12.25, "12.3", true],
    [2879.6, "2,880", true],
    [-3.04, "−3.0", true],
    [0.0526, "5.3%", true],
    [0.0526, "5.2%", false],
    [3, "three", false],
  ])("%d is %s: %s", (value, said, isSo) => {
    expect(isAsSaid({ value, display: String(value), error: undefined }, said)).toBe(isSo);
  });
});

describe("a page", () => {
  const [home, orders] = pagesWith().filter(({ source }) => source.hasLines) as [Page, Page];

  test("has its formulas as MathML, and money is no formula", () => {
    expect(home.html.match(/<math/g)).toHaveLength(3);
    expect(home.html).toContain("At $5 and $10 a month");
  });

  test("links the name of a function in code to its page, and pages by their HTML", () => {
    expect(home.html).toContain('<a href="functions/CLV_KPIS.html"><code>CLV_KPIS</code></a>');
    expect(home.html).toContain('href="more/orders.html#a-margin"');
  });

  test("gives equal headings anchors of their own", () => {
    expect(orders.headings.map(({ id }) => id)).toEqual(["orders", "a-margin", "a-margin-1"]);
  });

  test("keeps the room of its images, and shows cells with letters and numbers", () => {
    expect(home.html).toContain('width="24" height="16"');
    expect(orders.html).toContain('<th scope="col">C</th>');
    expect(orders.html).toContain("<figcaption>Orders</figcaption>");
  });
});
