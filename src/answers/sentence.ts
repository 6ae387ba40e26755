import type { Unit } from "../sheet/unit";

/** A figure in a sentence, written as the reader's spreadsheet writes it. */
export interface SaidFigure {
  readonly value: number;
  readonly unit: Extract<Unit, "money" | "share" | "count" | "number">;
}

/** A sentence: words and figures, put together where it is shown. */
export type Sentence = readonly (string | SaidFigure)[];

const figure = (unit: SaidFigure["unit"]) => (value: number) => ({ value, unit });

export const saidMoney = figure("money");
export const saidShare = figure("share");
export const saidCount = figure("count");
export const saidNumber = figure("number");

/** The sentence as text. */
export const written = (said: Sentence, write: (figure: SaidFigure) => string): string =>
  said.map((part) => (typeof part === "string" ? part : write(part))).join("");

export const plural = (many: number, word: string) =>
  `${many.toLocaleString("en-US")} ${word}${many === 1 ? "" : "s"}`;
