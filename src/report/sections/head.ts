import { changeOf, count, moneyFormat, share } from "../formats";
import type { Card, Content } from "../page";
import { type Report, type Section, from, known } from "../report";
import { captions, liveWords } from "../tables/method";
import { inTrend } from "../tables/terms";

/** What the report says in words, as far as it can. */
const sentences = ["inShort", "since", "sure", "quietNote", "riskNote"] as const;

/** The title, a summary, and the figures that matter most. */
export const head: Section = (report) => {
  const { answer, mode, builtOn } = report;
  const origin = `From the tab ${answer.source.tab}.`;
  const how: Content =
    mode === "fixed"
      ? `${origin} Fixed: values as computed on ${builtOn}.`
      : known(report, "how")
        ? from("how", 0, 0)
        : `${origin} ${liveWords} Built on ${builtOn}.`;
  const failure = report.tables.get("value")?.error;
  const said = sentences.filter((key) => known(report, key));
  return [
    { kind: "title", text: "Customer lifetime value", lines: [how] },
    ...said.map((key) => ({ kind: "lead", text: from(key, 0, 0) }) as const),
    ...(failure === undefined ? [] : [{ kind: "lead", text: `There is no CLV. ${failure}` } as const]),
    ...(said.length > 0 || failure !== undefined ? [{ kind: "gap" } as const] : []),
    { kind: "cards", cards: cardsOf(report) },
    ...answer.cautions.map((text) => ({ kind: "text", text }) as const),
  ];
};

const none: Content = "–";
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

function cardsOf(report: Report): Card[] {
  const { answer, sign } = report;
  const { period } = answer;
  const cell = (table: string, column = 0): Content => {
    const value = known(report, table)?.rows[0]?.[column];
    return value === undefined || value === "" ? none : from(table, 0, column);
  };
  const latest = (title: string) => cell("latest", inTrend(title) - 1);
  const money = (table: string, column = 0) => moneyFormat(sign, [known(report, table)?.rows[0]?.[column]]);
  const without = (table: string, caption: string) =>
    known(report, table) ? caption : "Needs an acquisition cost on CLV Setup";
  return [
    { label: answer.value.title, content: cell("value"), format: money("value"), caption: cell("basis") },
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
    {
      label: "Customers",
      content: cell("customers"),
      format: count,
      caption: answer.lostAfter ? from("captions", captions.customers, 0) : `In the last ${period}`,
    },
    {
      label: "Revenue per customer",
      content: latest("Revenue per customer"),
      format: money("latest", inTrend("Revenue per customer") - 1),
      caption: from("captions", captions.revenue, 0),
    },
    {
      label: "Churn",
      content: latest("Churn rate"),
      format: share,
      caption: from("captions", captions.churn, 0),
    },
    {
      label: "LTV:CAC",
      content: cell("LTV:CAC"),
      format: '0.0" : 1"',
      caption: without("LTV:CAC", "CLV for each 1 spent on winning a customer"),
    },
    {
      label: "Payback",
      content: cell("Payback"),
      format: `0.0" ${period}s"`,
      caption: without("Payback", "Until a customer has earned back its acquisition cost"),
    },
  ];
}
