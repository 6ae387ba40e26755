// Sums a million rows up to the histories of their 434,249 customers, with names, days and amounts as a cell hands them over:
// CPU seconds of the first call of a process.
import { histories } from "../../src/core/purchases/history";
import { chance } from "../support/histories";

const rows = 1_000_000;
const random = chance(5);
const names: string[] = [];
const days: number[] = [];
const amounts: number[] = [];
for (let row = 0; row < rows; row++) {
  // Text of its own in each cell, as Sheets gives it.
  names.push(Buffer.from(`C${Math.floor(random.uniform() ** 2 * 600_000)}`).toString());
  days.push(19_000 + Math.floor(random.uniform() * 730));
  amounts.push(Math.round(random.uniform() * 10_000) / 100);
}
const start = process.cpuUsage();
const { length } = histories(names, days, amounts);
const { user, system } = process.cpuUsage(start);
console.log(
  `${rows.toLocaleString("en-US")} rows of ${length.toLocaleString("en-US")} customers summed up in ${((user + system) / 1e6).toFixed(2)} s`,
);
