import { isWorth } from "../../answers/question";
import { changeOf, count, formatOfUnit, moneyFormat, share } from "../formats";
import type { Card, Content } from "../page";
import { type Report, type Section, from, known, textIn, wordsFrom } from "../report";
import { captions, liveWords } from "../tables/method";

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
    ...said.map((table) => ({ kind: "lead", text: wordsFrom(table) }) as const),
    ...(failure === undefined ? [] : [{ kind: "lead", text: `There is no CLV. ${failure}` } as const]),
    ...(said.length > 0 || failure !== undefined ? [{ kind: "gap" } as const] : []),
    { kind: "cards", cards: cardsOf(report) },
    ...cautions.map((text) => ({ kind: "text", text }) as const),
  ];
};

const none: Content = "–";
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

function cardsOf(report: Report): Card[] {
  const { short, period, sign, isAtLeast, question, facts } = report;
  const caption = (row: number): Content => wordsFrom(known(report, "captions")!, row);
  /** A figure, by the title of its column where it does not stand alone. */
  const cell = (key: string, column?: string): Content => {
    const table = known(report, key);
    const content = table && (column === undefined ? wordsFrom(table) : from(table, 0, column));
    return content === undefined || textOf(content) === "" ? none : content;
  };
  const textOf = textIn(report);
  const latest = (column: string) => cell("latest", column);
  const money = (content: Content) => moneyFormat(sign, [textOf(content)]);
  const value: Card = {
    label: isAtLeast ? "CLV, estimate" : short,
    content: cell("value"),
    format: money(cell("value")),
    caption: cell("basis"),
  };
  const costs: Card[] = [
    {
      label: "LTV:CAC",
      content: cell("LTV:CAC"),
      format: '0.0" : 1"',
      caption: known(report, "LTV:CAC") ? caption(captions.ratio) : "Needs an acquisition cost on CLV Setup",
    },
    {
      label: "Payback",
      content: cell("Payback"),
      format: question === "contracts" ? `0.0" ${period}s"` : '[=1]0" month";0" months"',
      caption: !known(report, "Payback")
        ? "Needs an acquisition cost on CLV Setup"
        : cell("Payback") === none
          ? "Not within that time"
          : caption(captions.payback),
    },
  ];
  const changes: Card[] = [
    {
      label: `${capital(period)} on ${period}`,
      content: latest("Change %"),
      format: changeOf,
      caption: latest("Change %") !== none ? "Change of CLV" : `Needs another ${period} of data`,
    },
    {
      label: "Year on year",
      content: latest("Year-ago change %"),
      format: changeOf,
      caption: latest("Year-ago change %") !== none ? "Change of CLV" : "Needs a CLV of a year ago",
    },
  ];
  const beside: Card[] =
    question === "contracts"
      ? [
          {
            label: "Customers",
            content: cell("customers"),
            format: count,
            caption: `In the last ${period}`,
          },
          {
            label: "Revenue per customer",
            content: latest("Revenue per customer"),
            format: money(latest("Revenue per customer")),
            caption: caption(captions.revenue),
          },
          { label: "Churn", content: latest("Churn rate"), format: share, caption: caption(captions.churn) },
        ]
      : facts.map(({ title: label, unit, note }) => ({
          label,
          content: cell(`fact ${label}`),
          format: unit === "money" ? money(cell(`fact ${label}`)) : formatOfUnit(unit, ""),
          caption: capital(note),
        }));
  return [
    value,
    ...(question === "contracts" ? changes : []),
    ...beside,
    ...(isWorth(question) ? costs : []),
  ];
}
