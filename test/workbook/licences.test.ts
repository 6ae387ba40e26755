import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

const permission = "Permission is hereby granted, free of charge";

test("the local workbook's page carries the licences of all that it is made with", () => {
  const notices = readFileSync("build/local/licences.txt", "utf8").split(/^-{72}$/m);
  const named = notices.slice(1).map((notice) => notice.trim().split(" ")[0]!);
  const wellKnown = [
    "@univerjs/core",
    "chart.js",
    "exceljs",
    "jszip",
    "idb-keyval",
    "papaparse",
    "react",
    "rxjs",
  ];
  expect(named).toEqual(expect.arrayContaining(wellKnown));
  expect(notices.filter((notice) => notice.includes(permission)).length).toBeGreaterThan(40);
  expect(readFileSync("build/local/index.html", "utf8")).toContain('href="licences.txt"');
});

test("the sidebar carries that of Preact", () => {
  const page = readFileSync("build/out/Sidebar.html", "utf8");
  expect(page).toContain("Copyright (c) 2015-present Jason Miller");
  expect(page).toContain(permission);
});
