import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { wrongExamples } from "../../build/docs/examples";
import { deadLinksOfFile } from "../../build/docs/checks";
import type { Page } from "../../build/docs/pages";
import { render } from "../../build/docs/render";
import { docsFolder } from "../../build/docs/folders";
import { renderAll, siteFaults } from "../../build/docs/site";
import { columnMeaning, namedColumns } from "../../src/functions/columnMeanings";
import { functions } from "../../src/functions";

const pages = renderAll();
const pageOf = (name: string) => pages.find(({ path }) => path === `functions/${name}.html`)!;

test("every link, anchor, image and formula of the documentation is whole, and every page is in its navigation", () => {
  expect(siteFaults(pages)).toEqual([]);
});

/** Files of Markdown outside the documentation. */
const [readme, changelog] = ["README.md", "CHANGELOG.md"].map((file) =>
  render({ path: file, file, markdown: readFileSync(file, "utf8"), hasLines: true }, "."),
) as [Page, Page];

test.each([readme, changelog])("every link of $source.file leads somewhere", (page) => {
  expect(deadLinksOfFile(page, pages)).toEqual([]);
});

test("every example of the documentation and of the README gives what its page says", () => {
  const examples = pages.flatMap(({ blocks }) => blocks.filter(({ info }) => info === "sheet"));
  expect(examples.length).toBeGreaterThan(100);
  expect(wrongExamples([...pages, readme])).toEqual([]);
}, 60_000);

describe("the page of a function", () => {
  test.each(functions.map(({ name }) => name))("%s has its parts", (name) => {
    const parts = pageOf(name).headings.map(({ id }) => id);
    for (const id of ["when-not-to-use-it", "arguments", "result", "example", "errors", "source"])
      expect(parts).toContain(id);
  });

  test.each(functions.map((one) => [one.name, one] as const))(
    "%s tells all that its record does",
    (name, record) => {
      const { markdown } = pageOf(name).source;
      for (const { name: argument } of record.args) expect(markdown).toContain(`| \`${argument}\` |`);
      for (const { name: column } of record.columns ?? [])
        expect(markdown.replaceAll("\\", "")).toContain(`| ${column} |`);
      expect(markdown).toContain(record.example.formula);
    },
  );

  test("says of every column of a table what it means, and no meaning is of a column that is none", () => {
    const columns = functions.flatMap(({ name, columns: own = [] }) =>
      own.map((column) => ({ name, column: String(column.name) })),
    );
    expect(columns.filter(({ name, column }) => !columnMeaning(name, column))).toEqual([]);
    const known = new Set(columns.flatMap(({ name, column }) => [column, `${name} ${column}`]));
    expect(namedColumns().filter((name) => !known.has(name))).toEqual([]);
  });

  test("shows what a cell says of a wrong argument, as the function says it", () => {
    expect(pageOf("CLV").html).toContain(
      "gross_margin must be a rate between 0 and 1, got 5 (write 5% or 0.05)",
    );
    expect(pageOf("CLV_KPIS").html).toContain(
      "date must be a date, or text such as 2026-03-31, got 5 in row 2",
    );
  });

  test("is found by what people call its figure, in their language", () => {
    expect(pageOf("CLV_COHORTS").source.terms).toContain("Kohorte");
  });
});

describe("the pictures", () => {
  const used = new Set(
    [...pages, readme].flatMap(({ images }) => images.map(({ target }) => target.replace(/^.*\//, ""))),
  );

  test.each(readdirSync(join(docsFolder, "images")))("%s is used, and below 200 KB", (file) => {
    expect(used).toContain(file);
    expect(statSync(join(docsFolder, "images", file)).size).toBeLessThan(200_000);
  });
});
