import { assumptions } from "../../answers/setup";
import { heading, subheading, tableBlock } from "../blocks";
import { count, moneyFormat, periodFormat } from "../formats";
import { type Block, type Content, wordsOf } from "../page";
import { type Report, type Section, from, known, wordsFrom } from "../report";

/** How the figures came about. */
export const method: Section = (report) => {
  const lines = [...dataRows(report), ...assumptionRows(report), ...buildRows(report)];
  return [
    heading("Method"),
    {
      kind: "table",
      columns: [
        { title: "Data and assumptions", span: 8 },
        { title: "", span: 8 },
      ],
      rows: lines.map(([label, value]) => [label, value]),
      formats: lines.map(([, , format]) => ["", format]),
    },
    ...model(report),
  ];
};

type Line = readonly [label: Content, value: Content, format: string];

function dataRows(report: Report): Line[] {
  const { tab, notes, period } = report;
  const data = known(report, "data");
  return [
    ["Tab", tab, ""],
    ...(data ? data.rows : []).map(([label], row): Line => {
      const isCount = label === "Rows";
      return [from(data!, row, "Data"), from(data!, row, "Value"), isCount ? count : periodFormat(period)];
    }),
    ...notes.map((note): Line => ["Note", note, ""]),
  ];
}

function assumptionRows(report: Report): Line[] {
  const table = known(report, "assumptions");
  return (table ? table.rows : []).map(([label, value], row): Line => {
    const { key, format } = assumptions.find((one) => one.label === label)!;
    return [
      from(table!, row, "Assumption"),
      from(table!, row, "Value"),
      key === "cac" ? moneyFormat(report.sign, [value]) : format || "General",
    ];
  });
}

const buildRows = ({ builtOn, version }: Report): Line[] => [
  ["Built on", builtOn, "@"],
  ["Built by", `CLV for Google Sheets ${version}`, ""],
];

function model(report: Report): Block[] {
  const fit = known(report, "fit");
  if (!fit) return [];
  const said = known(report, "warnings");
  const table = tableBlock(fit, [
    { title: "Item", span: 5 },
    { title: "Value", span: 7 },
    { title: "Standard error", span: 4, align: "left", format: "0.0000" },
  ]);
  const dates = ["From", "To"];
  const whole = ["Customers", "Repeat customers"];
  return [
    subheading("Model of the predictions"),
    {
      ...table,
      isSmall: true,
      rows: table.rows.map((cells, row) =>
        fit.rows[row]![0] === "Warnings" && said ? [cells[0]!, wordsFrom(said), ""] : cells,
      ),
      formats: fit.rows.map(([item]) => {
        const name = wordsOf(item);
        const format = dates.includes(name) ? "d mmm yyyy" : whole.includes(name) ? count : "0.0000";
        return ["", format, "0.0000"];
      }),
    },
  ];
}
