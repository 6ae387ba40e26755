import type { KnownTable, Undo } from "../addon/protocol";
import type { Answer, AnswerRequest } from "../answers/answer";
import type { Notation } from "./format";

/** What the person is told at the foot of the sidebar, and what takes the last step back. */
export interface Notice {
  readonly message: string;
  readonly isError?: boolean;
  readonly undo?: Undo | null;
  /** What is to be read again once it is taken back. */
  readonly refresh?: () => void;
}

export type Notify = (notice: Notice) => void;

/** What every view works on. */
export interface Data {
  readonly locale: string;
  readonly tables: readonly KnownTable[];
  /** The tab that is open. */
  readonly active: string;
  readonly table: KnownTable | undefined;
  /** Assumptions that the person has changed since the setup tab was written. */
  readonly changes: Readonly<Record<string, number | string | null>>;
  /** Counts how often the setup tab was written. */
  readonly revision: number;
  readonly choose: (table: KnownTable) => void;
  readonly replace: (from: KnownTable, to: KnownTable) => void;
  /** Whether the person has said what a column of the table means. */
  readonly isCorrected: (table: KnownTable) => boolean;
  readonly assume: (key: string, value: number | string | null) => void;
  readonly notify: Notify;
  /** After something was written to the setup tab, or taken back. */
  readonly refresh: () => void;
}

/** An answer, and what it is shown with. */
export interface Shown {
  readonly answer: Answer;
  readonly data: Data;
  readonly notation: Notation;
}

/** What is asked about the chosen table. */
export const requestOf = ({ table, tables, changes }: Data): AnswerRequest => ({
  table: table!,
  tables,
  changes,
});

/** What values are written in. */
export function notationOf({ locale }: Data, answer: Answer | undefined): Notation {
  const code = answer?.assumed["currency"];
  const currency = typeof code === "string" && /^[A-Z]{3}$/.test(code) ? code : "";
  return { locale, currency, period: answer?.period ?? "month" };
}
