import { heading, tableBlock, text } from "../blocks";
import { count, share } from "../formats";
import { type Section, known, valuesOf } from "../report";

/** Who may leave, by how they use what they pay for. */
export const health: Section = (report) => {
  const risky = known(report, "risky");
  if (!risky) return [];
  const hasChance = valuesOf(risky, ["Churn probability"]).some((chance) => chance !== "");
  return [
    heading("Who may leave, by usage"),
    text(
      hasChance
        ? "The chance of leaving is learnt from past customers who left, without a time limit. Health: a customer's rank among all, from 0 to 100."
        : "Health: a customer's rank among all in what you said is good, from 0 to 100. Data on who left would show which signals predict it.",
    ),
    tableBlock(risky, [
      { title: "Customer", span: 4 },
      { title: "Health", span: 2, format: count },
      { title: "Band", span: 2, align: "right" },
      { title: hasChance ? "May leave" : "", from: "Churn probability", span: 2, format: share },
      { title: "Weakest", from: "Weakest metric", span: 3, align: "right" },
      { title: "Strongest", from: "Strongest metric", span: 3, align: "right" },
    ]),
  ];
};
