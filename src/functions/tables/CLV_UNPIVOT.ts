import { unread } from "../../sheet/argument";
import { month } from "../../sheet/monthArgument";
import { type CubeCell, readCube } from "../../sheet/cube";
import { refuseMixedCurrencies } from "../../sheet/oneCurrency";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";

const columns: Columns<CubeCell> = {
  Customer: column.words((cell) => cell.customer),
  Date: column.date((cell) => cell.day),
  Amount: column.money((cell) => cell.amount),
};

export const CLV_UNPIVOT = recordsFunction({
  name: "CLV_UNPIVOT",
  summary:
    "Turns a grid with a customer in each row and a month in each column into rows of customer, date and amount for the other functions.",
  details:
    "The first row holds dates or months (2026-01, 01/2026, Jan 2026), or only quarters or only years; each becomes its first day. Months without a year (Jan, Feb) need first_month, or a neighbour with a year; the newest may come first. All amounts written as text share one notation: next to 12,50, the text 1.234 is 1234. Left out are zeros, blanks and dashes, rows without a customer, rows and columns of totals, quarters and years next to months, and columns that describe the customer.",
  notFor: "For a table with one row per order, use CLV_ROWS.",
  args: [
    unread({ name: "cube", text: "The grid with its header row and first column." }),
    month({
      name: "first_month",
      text: "Month of the first column if the titles have no year, such as 2026-01.",
      optional: true,
      whenLeftOut: "the titles say their years",
    }),
  ],
  columns,
  example: {
    formula: '=CLV_UNPIVOT({"Customer","2026-01","2026-02";"Ann",100,70;"Bo",50,""})',
    rows: [
      ["Ann", "2026-01-01", 100],
      ["Ann", "2026-02-01", 70],
      ["Bo", "2026-01-01", 50],
    ],
  },
  source: "The same cells, one per row",
  run: ({ given, zone }, first_month) => {
    const { cells } = readCube(given, zone, first_month);
    refuseMixedCurrencies(
      "cube",
      cells.map(({ cell }) => cell),
      (index) => cells[index]!.place,
    );
    return cells;
  },
});
