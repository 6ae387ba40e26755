// Follows src/docs/warehouse.md step by step with generated orders in DuckDB, the formulas in cells of the local workbook, and
// prints what each step takes and gives. Build both before: npm run build, node build/run.mjs build/local.ts
//   node --max-old-space-size=8000 build/run.mjs test/bench/fromWarehouse.ts 5000000
// The figures of the page are those of five million, on two cores that had other work.
import { openDuckdb, rowsOf } from "../support/duckdb";
import { createManyOrders, drawnFrom } from "../support/manyOrders";
import { builtAddon, createSnapshot, openWorkbook } from "../support/workbook";

const wanted = Number(process.argv[2] ?? 5_000_000);

function clock() {
  const start = performance.now();
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

const database = await openDuckdb();
console.log(await createManyOrders(database, wanted), "orders, drawn from", drawnFrom);

const room = 100_000;
const tab = { name: "Histories", rowCount: room, columnCount: 26 };
const book = openWorkbook({
  code: builtAddon,
  snapshot: createSnapshot("warehouse", "Warehouse", [tab, { name: "Queries" }]),
});
const spreadsheet = book.services.SpreadsheetApp.getActive();
const histories = spreadsheet.getSheetByName("Histories")!;
const queries = spreadsheet.getSheetByName("Queries")!;

let asked = 0;

/** Writes a formula of CLV_SQL into a cell of its own and gives the text that it shows. */
function query(what: string, more = ""): string {
  const cell = queries.getRange(++asked, 1);
  cell.setFormula(`=CLV_SQL("${what}", "orders", "customer", "ordered_at", "total", "duckdb"${more})`);
  const error = book.errorMessage(`Queries!A${asked}`);
  if (error) throw new Error(error);
  return String(cell.getValue());
}

/** Puts what a query gives below each other from a column on, as an extract does. */
async function extract(what: string, column: number): Promise<void> {
  const time = clock();
  const { columns, rows } = await rowsOf(database, query(what));
  console.log(`${what}: ${rows.length} rows in ${time()}`);
  const cells = [columns, ...rows].map((row) => row.map((cell) => cell ?? ""));
  histories.getRange(1, column, cells.length, columns.length).setValues(cells);
}

await extract("histories", 1);
await extract("spend", 6);

for (const model of ["mbg/nbd", "pareto/nbd"]) {
  const time = clock();
  histories
    .getRange("J1")
    .setFormula(
      `=CLV_FIT_HISTORIES(VSTACK(A2:A, F2:F), VSTACK(B2:B, E2:E), VSTACK(C2:C, E2:E), VSTACK(E2:E, G2:G), VSTACK(D2:D, H2:H), "${model}")`,
    );
  const fit = histories.getRange("J1:L22").getValues();
  console.log(`fit in ${time()}`, book.errorMessage("Histories!J1") ?? "");
  console.table(fit);
}

const score = query("score", ", , Histories!J1:L22");
const time = clock();
await database.run(`CREATE TABLE scores AS ${score}`);
console.log(`score (${score.length} characters) in ${time()}`);
const { columns, rows } = await rowsOf(
  database,
  `SELECT count(*) AS customers, sum(predicted_clv) AS total, avg(predicted_clv) AS mean,
    sum((p_alive > 0.8)::INT) AS active, sum((p_alive BETWEEN 0.2 AND 0.8)::INT) AS can_be_saved,
    (SELECT sum(predicted_clv) FROM (SELECT * FROM scores ORDER BY predicted_clv DESC LIMIT (SELECT count(*) // 10 FROM scores))) AS best_tenth
  FROM scores`,
);
console.table(Object.fromEntries(columns.map((name, k) => [name, rows[0]![k]])));
queries.getRange("C1").setFormula("=CLV_NEW_CUSTOMER(Histories!J1:L22)");
console.log("a new customer in 12 months:", queries.getRange("C1").getValue());
process.exit();
