/** An object of Univer's whose private members we rely on; every name used is asserted at start. */
// oxlint-disable-next-line no-explicit-any -- private members of a pinned version have no types to import
export type Internals = Record<string, any>;

/**
 * Asserts that a prototype of Univer still has the methods a patch relies on.
 * @throws Error naming what is gone, so that an upgrade fails at start and not in a cell.
 */
export function requireMethods(owner: string, prototype: object, names: readonly string[]): Internals {
  const gone = names.filter((name) => typeof (prototype as Internals)[name] !== "function");
  if (gone.length > 0) {
    throw new Error(
      `${owner} of this Univer version has no ${gone.join(", ")}: the local workbook is written for 0.25.1`,
    );
  }
  return prototype;
}

const applied = new Set<() => void>();

/** Applies patches to Univer's classes, each once however many workbooks are opened. */
export function applyOnce(...patches: readonly (() => void)[]): void {
  for (const patch of patches) {
    if (applied.has(patch)) continue;
    applied.add(patch);
    patch();
  }
}
