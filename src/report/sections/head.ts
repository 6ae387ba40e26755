import { isWorth } from "../../answers/question";
import { gap, lead, text } from "../blocks";
import { changeOf, count, formatOfUnit, moneyFormat, share } from "../formats";
import type { Card, Content } from "../page";
import { type Report, type Section, from, known, textIn, wordsFrom } from "../report";
import { captions, liveWords } from "../tables/method";
import { noCost, saidOf } from "../tables/targets";

/** What the report says in words, as far as it can. */
const sentences = ["inShort", "sure", "since", "overdueNote", "riskNote"] as const;

/** The title, a summary, and the figures that matter most. */
export const head: Section = (report) => {
  const { tab, mode, builtOn, cautions } = report;
  const origin = `From the tab ${tab}.`;
  const live = known(report, "how");
  const how: Content =
    mode === "fixed"
      ? `${origin} Fixed: values as computed on ${builtOn}.`
      : live
        ? wordsFrom(live)
        : `${origin} ${liveWords} Built on ${builtOn}.`;
  const failure = report.tables.get("value")?.error;
  const said = sentences.flatMap((key) => known(report, key) ?? []);
  return [
    { kind: "title", text: "Customer lifetime value", lines: [how] },
    ...said.map((table) => lead(wordsFrom(table))),
    ...(failure === undefined ? [] : [lead(`There is no CLV. ${failure}`)]),
    ...(said.length > 0 || failure !== undefined ? [gap] : []),
    { kind: "cards", cards: cardsOf(report) },
    ...cautions.map(text),
  ];
};

const none = "–";

/** Why a tile of what an acquisition cost brings is empty. */
const withoutCost = ({ tables }: Report): Content =>
  tables.has("LTV:CAC") ? "Unknown from these figures" : noCost;

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

function cardsOf(report: Report): Card[] {
  const { short, period, sign, isAtLeast, question, facts } = report;
  const caption = (row: number): Content => wordsFrom(known(report, "captions")!, row);
  /** A figure, by the title of its column where it does not stand alone; what is blank now may follow later. */
  const cell = (key: string, column?: string): Content => {
    const table = known(report, key);
    const content = table && (column === undefined ? wordsFrom(table) : from(table, 0, column));
    return typeof content === "object" ? { ...content, ifBlank: none } : none;
  };
  const textOf = textIn(report);
  const isKnown = (content: Content) => textOf(content) !== none;
  const latest = (column: string) => cell("latest", column);
  const money = (content: Content) => moneyFormat(sign, [textOf(content)]);
  const value: Card = {
    label: isAtLeast ? "CLV, estimate" : short,
    content: cell("value"),
    format: money(cell("value")),
    caption: cell("basis"),
  };
  /** A tile that a target can be set for. */
  const judged = (
    label: string,
    card: Omit<Card, "label" | "caption" | "isJudged">,
    otherwise: Content,
  ): Card => {
    const said = known(report, saidOf(label));
    return { label, ...card, caption: said ? wordsFrom(said) : otherwise, isJudged: said !== undefined };
  };
  const isByAge = question === "shop" || question === "once";
  const costs: Card[] = [
    judged("LTV:CAC", { content: cell("LTV:CAC"), format: '0.0" : 1"' }, withoutCost(report)),
    judged(
      "Payback",
      {
        content: cell("Payback"),
        format: isByAge
          ? '[=1]0" month";0" months"'
          : `0.0" ${question === "contracts" ? period : "month"}s"`,
      },
      withoutCost(report),
    ),
  ];
  const changes: Card[] = [
    {
      label: `${capital(period)} on ${period}`,
      content: latest("Change %"),
      format: changeOf,
      caption: isKnown(latest("Change %")) ? "Change of CLV" : `Needs another ${period} of data`,
    },
    {
      label: "Year on year",
      content: latest("Year-ago change %"),
      format: changeOf,
      caption: isKnown(latest("Year-ago change %")) ? "Change of CLV" : "Needs a CLV of a year ago",
    },
  ];
  const hasNrr = report.tables.has("NRR");
  const beside: Card[] =
    question === "contracts"
      ? [
          {
            label: "Customers",
            content: cell("customers"),
            format: count,
            caption: `In the last ${period}`,
          },
          // Next to NRR there is no room for it, and the first sentence has it.
          ...(hasNrr
            ? []
            : [
                {
                  label: "Revenue per customer",
                  content: latest("Revenue per customer"),
                  format: money(latest("Revenue per customer")),
                  caption: caption(captions.revenue),
                },
              ]),
          judged("Churn", { content: latest("Churn rate"), format: share }, `A ${period}`),
          ...(hasNrr
            ? [judged("NRR", { content: cell("NRR"), format: share }, "Unknown from these figures")]
            : []),
        ]
      : facts.map(({ title: label, unit, note }) => {
          const content = cell(`fact ${label}`);
          const format = unit === "money" ? money(content) : formatOfUnit(unit, "");
          return judged(label, { content, format }, capital(note));
        });
  return [
    value,
    ...(question === "contracts" ? changes : []),
    ...beside,
    ...(isWorth(question) ? costs : []),
  ];
}
