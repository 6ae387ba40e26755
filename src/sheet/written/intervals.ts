import { daysPer } from "../../core/period";
import { wordsOf } from "./words";

export const daysPerMonth = daysPer.month;

/** Words for how often something is due, in seven languages, and how many months that is; the first that fits counts. */
const units: readonly (readonly [pattern: RegExp, months: number])[] = [
  [/bienn|bienal/, 24],
  [/(semi|bi) ?ann?u|half|halb|semest/, 6],
  [/quart|trimes|kwart|viertel|^q$/, 3],
  [/bimest|bimens|bi ?month/, 2],
  [/fortnight|bi ?week|quinzaine|quincen|quinzen/, 14 / daysPerMonth],
  [/week|wekelijk|woch|semaine|seman|hebdo|settim|^(p ?)?w$/, 7 / daysPerMonth],
  [
    /month|monat|maand|mois|mensu|mensual|mensil|mensal|\bmes(e|es|i)?\b|monthly|^(p ?)?mo?$|^m(th|tl)|\bmens/,
    1,
  ],
  [/year|\byr|annu|anual|\banno\b|\banni\b|jahr|jaar|\bans?\b|\banos?\b|^[ajy]$|^p ?[ay]$|yearly/, 12],
  [/^(p ?)?d$|\bda[yi]|\btag|taglich|jour|giorn|\bdias?\b|\bdag|diari/, 1 / daysPerMonth],
];
const howMany = /(\d+)/;

/** Numbers in words, as "two years" and "zweijährlich" have them; "due" is Italian before a span only. */
const counted: readonly (readonly [pattern: RegExp, number: number])[] = [
  [/\b(two|deux|dos|dois|duas)\b|\bdue (mes|ann|sett)|\b(zwei|twee)/, 2],
  [/\b(three|trois|tres|tre)\b|\b(drei|drie)/, 3],
  [/\b(six|seis|sei)\b|\b(sechs|zes)/, 6],
];

/** In how many months something is due again: of "month" 1, "every 2 weeks" 0.46, "annuel" 12, and of 6 six; undefined for other words. */
export function monthsOfInterval(interval: string | number): number | undefined {
  if (typeof interval === "number") return interval > 0 ? interval : undefined;
  const words = wordsOf(interval.replace("¼", "viertel ").replace("½", "halb "));
  if (/^\d+$/.test(words)) return Number(words) || undefined;
  const unit = words.replace(howMany, "").trim();
  const found = units.find(([pattern]) => pattern.test(unit));
  const inWords = counted.find(([pattern]) => pattern.test(words))?.[1];
  return found && Number(howMany.exec(words)?.[1] ?? inWords ?? 1) * found[1];
}

/** Spans in headers, the first that fits counts. */
const spans: readonly (readonly [pattern: RegExp, months: number])[] = [
  [/halbjahr|halbjaehr|half ?(year|jaar)|semi ?annual|semest/, 6],
  [/quarter|quartal|kwartaal|trimest|vierteljahr|vierteljaehr/, 3],
  [/week|\bp ?w\b|wekelijks|woch|woech|hebdo|semaine|semana|settiman/, 7 / daysPerMonth],
  [/year|jahr|jaehr|jaar|annu|anual|\b(an|anno|annee|ano)\b/, 12],
];

/** For how many months an amount is, by the words of its header; undefined where they name no span. */
export const spanInHeader = (words: string): number | undefined =>
  spans.find(([pattern]) => pattern.test(words))?.[1];

/** Recurring revenue, by the words of its header: none of it in a month means that nothing was paid in it. */
export const saysRecurring = (words: string): boolean => /\b(mrr|arr|acv)\b|\brecurring\b/.test(words);

/** For how many months recurring revenue is, by the words of its header: 1 of MRR, 12 of ARR. */
export function monthsInHeader(words: string): number | undefined {
  if (/\bmrr\b|month|monat|mensu|mensil|mensal|maand/.test(words)) return 1;
  return spanInHeader(words) ?? (/\b(arr|acv)\b/.test(words) ? 12 : undefined);
}
