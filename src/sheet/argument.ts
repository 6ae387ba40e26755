import type { DayNumber } from "../core/day";
import type { ArgumentDoc } from "./customFunction";
import type { Zone } from "./zone";
import {
  type Bounds,
  type Reader,
  choiceReader,
  dateReader,
  flagReader,
  identityReader,
  numberReader,
  rateReader,
  wholeNumberReader,
} from "./reader";

/** An argument of one value: a cell, or in a scalar function a range of cells of which each is one value. */
export interface ScalarArgument<T> extends ArgumentDoc {
  readonly kind: "scalar";
  readonly reader: Reader<unknown>;
  readonly otherwise?: T;
}

/**
 * An argument that is one column or one row of a table whose columns belong together. `blanks` says what an empty
 * cell means: "skip" leaves the table's row out, "keep" keeps it as undefined.
 */
export interface ColumnArgument<T> extends ArgumentDoc {
  readonly kind: "column";
  readonly reader: Reader<unknown>;
  readonly blanks: "skip" | "keep";
  /** True where one cell instead of a range stands for the same value in every row. */
  readonly mayBeOne?: true;
  /** True where an empty cell instead of a range stands for a blank in every row. */
  readonly mayBeBlank?: true;
  /** What a cell of the column becomes; carries the type only. */
  readonly value?: T;
}

/** An argument that is read as a whole, whatever its shape, such as a block of labelled values. */
export interface WholeArgument<T> extends ArgumentDoc {
  readonly kind: "whole";
  readonly read: (given: unknown, zone: Zone) => T;
}

export type Argument = ColumnArgument<unknown> | ScalarArgument<unknown> | WholeArgument<unknown>;

/** What arguments are read as. */
export type ValuesOf<A> = {
  readonly [K in keyof A]: A[K] extends
    | ColumnArgument<infer T>
    | ScalarArgument<infer T>
    | WholeArgument<infer T>
    ? T
    : never;
};

/** The values of a column in order, blanks kept, with their places for messages. */
export interface Series<T = number> {
  readonly argument: string;
  /** What stands above them; undefined where the range begins with a value. */
  readonly heading: string | undefined;
  readonly values: readonly (T | undefined)[];
  /** Where in the range the value with an index stands, such as "row 7". */
  readonly place: (index: number) => string;
}

export interface Spec {
  readonly name: string;
  readonly text: string;
}

export interface Optionality<T> {
  /** The value of an argument that is left out. */
  readonly otherwise?: T;
  /** True where an argument without such a value may be left out. */
  readonly optional?: true;
  /** What leaving it out means, where the value alone does not say it. */
  readonly whenLeftOut?: string;
}

export type Given<T, S> = S extends { readonly otherwise: unknown }
  ? T
  : S extends { readonly optional: true }
    ? T | undefined
    : T;

export function scalar<T>(
  spec: Spec & Optionality<T>,
  reader: Reader<T>,
  /** How the value of an argument that is left out is written. */
  written: { readonly whenLeftOut?: (value: T) => string } = {},
): ScalarArgument<never> {
  const { otherwise } = spec;
  return {
    kind: "scalar",
    ...(spec as Spec),
    optional: spec.optional === true || otherwise !== undefined,
    whenLeftOut:
      spec.whenLeftOut ?? (otherwise === undefined ? undefined : (written.whenLeftOut ?? String)(otherwise)),
    reader,
  };
}

export function number<const S extends Spec & Bounds & Optionality<number>>(
  spec: S,
): ScalarArgument<Given<number, S>> {
  return scalar(spec, numberReader(spec));
}

export function wholeNumber<const S extends Spec & Bounds & Optionality<number>>(
  spec: S,
): ScalarArgument<Given<number, S>> {
  return scalar(spec, wholeNumberReader(spec));
}

/** A fraction between 0 and 1 unless the bounds say otherwise; 5% and 0.05 are the same. */
export function rate<const S extends Spec & Bounds & Optionality<number>>(
  spec: S,
): ScalarArgument<Given<number, S>> {
  const { atLeast, above, atMost = 1 } = spec;
  const bounds = above === undefined ? { atLeast: atLeast ?? 0, atMost } : { above, atMost };
  return scalar(spec, rateReader(bounds), { whenLeftOut: (value) => `${value * 100}%` });
}

export function choice<
  T extends string,
  const S extends Spec & { readonly choices: readonly T[] } & Optionality<T>,
>(spec: S): ScalarArgument<Given<S["choices"][number], S>> {
  return scalar(spec, choiceReader<string>(spec.choices), { whenLeftOut: (value) => `"${value}"` });
}

/** A choice between TRUE and FALSE, FALSE when left out. */
export const flag = (spec: Spec): ScalarArgument<boolean> =>
  scalar({ ...spec, otherwise: false }, flagReader, {
    whenLeftOut: (value) => String(value).toUpperCase(),
  });

export function date<const S extends Spec & Optionality<DayNumber>>(
  spec: S,
): ScalarArgument<Given<DayNumber, S>> {
  return scalar(spec, dateReader);
}

/** A word or a few, such as the title of a column. */
export function words<const S extends Spec & Optionality<string>>(spec: S): ScalarArgument<Given<string, S>> {
  return scalar(spec, identityReader);
}

/** What is said of an argument that Sheets passes as a range, and what leaving it out means where that is possible. */
type RangeSpec = Spec & Pick<Optionality<unknown>, "optional" | "whenLeftOut">;

function column<T>(
  spec: RangeSpec,
  reader: Reader<unknown>,
  blanks: "skip" | "keep",
  exceptions: Pick<ColumnArgument<T>, "mayBeOne" | "mayBeBlank"> = {},
): ColumnArgument<T> {
  return { kind: "column", optional: false, ...spec, reader, blanks, ...exceptions };
}

/** A column in which a row with a blank does not count. */
export const valueOfRow = <T, const S extends RangeSpec>(
  spec: S,
  reader: Reader<T>,
): ColumnArgument<Given<T[], S>> => column(spec, reader, "skip");

/** A column of figures in which a row with a blank does not count. */
export const numberOfRow = <const S extends RangeSpec & Bounds>(
  spec: S,
): ColumnArgument<Given<number[], S>> => valueOfRow(spec, numberReader(spec));

/** A column in which blanks count, such as one of periods, oldest first. */
export const seriesOf = <T, const S extends RangeSpec>(
  spec: S,
  reader: Reader<T>,
): ColumnArgument<Given<Series<T>, S>> => column(spec, reader, "keep");

/** A column of figures in which blanks count. */
export const series = <const S extends RangeSpec & Bounds>(spec: S): ColumnArgument<Given<Series, S>> =>
  seriesOf(spec, numberReader(spec));

/** A figure that is the same in all rows, or one for each. */
export const oneOrSeries = <const S extends RangeSpec>(
  spec: S,
  reader: Reader<number>,
): ColumnArgument<Given<Series | number, S>> => column(spec, reader, "keep", { mayBeOne: true });

/** A column of dates of which blanks mean that something has not happened. */
export const dateSeries = (spec: Spec): ColumnArgument<Series> =>
  column(spec, dateReader, "keep", { mayBeBlank: true });

/** A column of names. */
export const nameSeries = <const S extends RangeSpec>(spec: S): ColumnArgument<Given<Series<string>, S>> =>
  column(spec, identityReader, "keep", { mayBeBlank: true });

/** An argument as Sheets passes it, which its function reads together with others. */
export interface Unread {
  readonly given: unknown;
  readonly zone: Zone;
}

export const unread = (spec: RangeSpec): WholeArgument<Unread> => ({
  kind: "whole",
  optional: false,
  ...spec,
  read: (given, zone) => ({ given, zone }),
});
