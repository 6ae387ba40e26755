import { count, share } from "../formats";
import { type Section, known, rowsOf, valuesOf } from "../report";

/** Who may leave, by how they use what they pay for. */
export const health: Section = (report) => {
  const risky = known(report, "risky");
  if (!risky) return [];
  const hasChance = valuesOf(risky, ["Churn probability"]).some((chance) => chance !== "");
  return [
    { kind: "heading", text: "Who may leave, by usage" },
    {
      kind: "text",
      text: hasChance
        ? "The chance of leaving is learnt from past customers who left, without a time limit. Health: a customer's rank among all, from 0 to 100."
        : "Health: a customer's rank among all in what you said is good, from 0 to 100. Data on who left would show which signals predict it.",
    },
    {
      kind: "table",
      columns: [
        { title: "Customer", span: 4 },
        { title: "Health", span: 2, format: count, align: "right" },
        { title: "Band", span: 2, align: "right" },
        ...(hasChance
          ? [{ title: "May leave", span: 2, format: share, align: "right" } as const]
          : [{ title: "", span: 2 } as const]),
        { title: "Weakest", span: 3, align: "right" },
        { title: "Strongest", span: 3, align: "right" },
      ],
      rows: rowsOf(risky, [
        "Customer",
        "Health",
        "Band",
        "Churn probability",
        "Weakest metric",
        "Strongest metric",
      ]),
    },
  ];
};
