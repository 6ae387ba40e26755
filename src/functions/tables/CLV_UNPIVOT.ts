import { readCube } from "../../sheet/cube";
import type { CustomFunction } from "../../sheet/customFunction";
import { named } from "../../sheet/named";
import { refuseMixedCurrencies } from "../../sheet/oneCurrency";
import { finishedTable } from "../../sheet/result";

const columns = [
  { name: "Customer", unit: "text" },
  { name: "Date", unit: "date" },
  { name: "Amount", unit: "money" },
] as const;
const header = columns.map(({ name }) => name);
const name = "CLV_UNPIVOT";

export const CLV_UNPIVOT: CustomFunction = {
  name,
  summary:
    "A grid with a customer in each row and a month in each column, as rows of customer, date and amount for the other functions.",
  details:
    "The first row holds dates or months (2026-01, 01/2026, Jan 2026), the first column customers; a month becomes its first day. Left out are zero and blank cells, rows and columns of totals, and columns that describe the customer.",
  args: [
    {
      name: "cube",
      text: "The grid with its header row and first column.",
      optional: false,
    },
  ],
  columns,
  result: `Table: ${header.join(", ")}`,
  example: {
    formula: '=CLV_UNPIVOT({"Customer","2026-01","2026-02";"Ann",100,70;"Bo",50,""})',
    result: [header, ["Ann", "2026-01-01", 100], ["Ann", "2026-02-01", 70], ["Bo", "2026-01-01", 50]],
  },
  source: "The same cells, one a row",
  run: ([cube], zone) =>
    named(name, () => {
      const { cells } = readCube(cube, zone);
      refuseMixedCurrencies(
        "cube",
        cells.map(({ cell }) => cell),
        (index) => cells[index]!.place,
      );
      return finishedTable(
        { columns, rows: cells.map(({ customer, day, amount }) => [customer, { day }, amount]) },
        zone,
      );
    }),
};
