import { assumptions } from "../../answers/setup";
import { count, moneyFormat, periodFormat } from "../formats";
import { type Block, type Content, wordsOf } from "../page";
import { type Report, type Section, from, known } from "../report";

/** How the figures came about. */
export const method: Section = (report) => [
  { kind: "heading", text: "Method" },
  {
    kind: "table",
    columns: [
      { title: "Data and assumptions", span: 8 },
      { title: "", span: 8 },
    ],
    rows: [...dataRows(report), ...assumptionRows(report), ...buildRows(report)].map(([label, value]) => [
      label,
      value,
    ]),
    formats: [...dataRows(report), ...assumptionRows(report), ...buildRows(report)].map(([, , format]) => [
      "",
      format,
    ]),
  },
  ...model(report),
];

type Line = readonly [label: Content, value: Content, format: string];

function dataRows(report: Report): Line[] {
  const { source, period } = report.answer;
  const data = known(report, "data");
  return [
    ["Tab", source.tab, ""],
    ...(data?.rows ?? []).map(([label], row): Line => {
      const isCount = label === "Rows";
      return [from("data", row, 0), from("data", row, 1), isCount ? count : periodFormat(period)];
    }),
    ...source.notes.map((note): Line => ["Note", note, ""]),
  ];
}

function assumptionRows(report: Report): Line[] {
  return (known(report, "assumptions")?.rows ?? []).map(([label, value], row): Line => {
    const { key, format } = assumptions.find((one) => one.label === label)!;
    return [
      from("assumptions", row, 0),
      from("assumptions", row, 1),
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
  const dates = ["From", "To"];
  const whole = ["Customers", "Repeat customers"];
  return [
    { kind: "subheading", text: "Model of the predictions" },
    {
      kind: "table",
      isSmall: true,
      columns: [
        { title: "Item", span: 5 },
        { title: "Value", span: 7, align: "left" },
        { title: "Standard error", span: 4, align: "left", format: "0.0000" },
      ],
      rows: fit.rows.map(([item], row) =>
        item === "Warnings"
          ? [item, from("warnings", 0, 0), ""]
          : [0, 1, 2].map((column) => from("fit", row, column)),
      ),
      formats: fit.rows.map(([item]) => {
        const name = wordsOf(item);
        const format = dates.includes(name) ? "d mmm yyyy" : whole.includes(name) ? count : "0.0000";
        return ["", format, "0.0000"];
      }),
    },
  ];
}
