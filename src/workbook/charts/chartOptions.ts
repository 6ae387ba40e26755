import type { ChartOptions } from "./chartSpec";

/** The options with one more. Arrays and objects of the bundle's own realm become plain data, which can be kept. */
export const withOption = (options: ChartOptions, name: string, value: unknown): ChartOptions => ({
  ...options,
  [name]: JSON.parse(JSON.stringify(value)),
});

/** The value of an option, of a nested one by a name such as series.0.color; null where it is not set. */
export function optionOf(options: ChartOptions, name: string): unknown {
  const found = name
    .split(".")
    .reduce<unknown>((value, key) => (isNested(value) ? value[key] : undefined), options);
  return found ?? null;
}

/** An option that is text; undefined where it is not set. */
export function textOption(options: ChartOptions, name: string): string | undefined {
  const value = optionOf(options, name);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** An option that is a number; undefined where it is not set. */
export function numberOption(options: ChartOptions, name: string): number | undefined {
  const value = optionOf(options, name);
  return value === null ? undefined : Number(value);
}

function isNested(value: unknown): value is ChartOptions {
  return typeof value === "object" && value !== null;
}
