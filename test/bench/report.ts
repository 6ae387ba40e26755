// Builds the live report of a shop with some 60,000 orders of 12,000 customers in the local workbook, without a page,
// and prints what each step takes. Any workbook test builds what it runs. Other numbers of customers behind the file:
//   node build/run.mjs test/bench/report.ts 12000
import type { ComputedTable } from "../../src/report/dataTable";
import { ask } from "../../src/sidebar/server";
import { simulatedOrders } from "../support/histories";
import { connectSidebar, requestOn } from "../support/sidebarOf";
import { builtAddon, builtPages, openWorkbook } from "../support/workbook";

const customers = Number(process.argv[2] ?? 12_000);
const steps: Record<string, string> = {};
let before = performance.now();
function took(step: string): void {
  const now = performance.now();
  steps[step] = `${((now - before) / 1000).toFixed(1)} s`;
  before = now;
}

const workbook = openWorkbook({ code: builtAddon, pages: builtPages(), timeZone: "UTC" });
connectSidebar(workbook);
const { customer, date, amount } = simulatedOrders("pareto/nbd", [0.85, 10, 0.6, 12], customers, 156, 3);
const sheet = workbook.services.SpreadsheetApp.getActive().insertSheet("Sales");
sheet.insertRowsAfter(sheet.getMaxRows(), customer.length);
sheet.getRange(1, 1, 1, 3).setValues([["Customer", "Date", "Amount"]]);
sheet
  .getRange(2, 1, customer.length, 3)
  .setValues(customer.map(([name], row) => [name, date[row]![0], amount[row]![0]]));
took(
  `Fill in ${customer.length.toLocaleString("en-US")} rows of ${customers.toLocaleString("en-US")} customers`,
);

const request = await requestOn(workbook, "Sales");
took("Find the table");
await ask("answerFrom", request);
took("Answer in the sidebar");
const start = performance.now();
const plan = (await ask("planReport", { ...request, mode: "live" }))!;
took("Report: plan");
let done: readonly ComputedTable[] = [];
for (const [part, { title }] of plan.parts.entries()) {
  done = [...done, ...(await ask("reportPart", { plan, part, done }))];
  took(`Report: ${title}`);
}
await ask("writeReport", { plan, done });
took("Report: write, and calculate");
steps["Report in all"] = `${((performance.now() - start) / 1000).toFixed(1)} s`;
const cells = workbook.services.SpreadsheetApp.getActive().getSheetByName("CLV Report data")!;
const errors = cells
  .getDataRange()
  .getValues()
  .flat()
  .filter((cell) => String(cell).startsWith("#"));
console.table({ ...steps, "Cells with errors": String(errors.length) });
workbook.dispose();
