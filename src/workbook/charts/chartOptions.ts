import type { ChartOptions } from "./chartSpec";

/** The options with one more; a name such as series.0.color leads into nested options. */
export function withOption(options: ChartOptions, name: string, value: unknown): ChartOptions {
  const [first, ...rest] = name.split(".") as [string, ...string[]];
  const inner = options[first];
  const known = isNested(inner) ? inner : {};
  if (rest.length > 0) return { ...options, [first]: withOption(known, rest.join("."), value) };
  return { ...options, [first]: plain(value) };
}

/** The value of an option by its name with dots; null where it is not set. */
export function optionOf(options: ChartOptions, name: string): unknown {
  if (options[name] !== undefined) return options[name];
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

/** Arrays and objects of the bundle's own realm become plain data, which can be kept. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function isNested(value: unknown): value is ChartOptions {
  return typeof value === "object" && value !== null;
}
