/** The global object in which the bundle runs, as in Apps Script: its own Date and Array, its functions as properties. */
export interface Realm {
  readonly Date: DateConstructor;
  readonly Array: ArrayConstructor;
  readonly [name: string]: unknown;
}

/** A place to run the bundle: a vm context in Node, a hidden frame in the browser. */
export interface RealmHost {
  readonly realm: Realm;
  /** Runs a classic script there, with these globals in place. */
  readonly run: (code: string, globals: Readonly<Record<string, unknown>>) => void;
}

/** Calls a function of the bundle; its `this` and arguments are as Apps Script would have them. */
export type Call = (name: string, args: readonly unknown[]) => unknown;

/**
 * Runs the bundle and lists what a cell may call: as in Sheets each top-level function whose name has no trailing `_`.
 */
export function loadBundle(
  host: RealmHost,
  code: string,
  globals: Readonly<Record<string, unknown>>,
): readonly string[] {
  const before = new Set(Object.getOwnPropertyNames(host.realm));
  host.run(code, globals);
  return Object.getOwnPropertyNames(host.realm).filter(
    (name) =>
      !before.has(name) &&
      !(name in globals) &&
      !name.endsWith("_") &&
      typeof host.realm[name] === "function",
  );
}

/** Rows of values as arrays of the bundle's own realm, for which its `instanceof Array` holds; there may be very many. */
export function realmRows<Value>(
  realm: Realm,
  rows: number,
  columns: number,
  valueAt: (row: number, column: number) => Value,
): Value[][] {
  const own: Value[][] = new realm.Array<Value[]>(rows);
  for (let row = 0; row < rows; row++) {
    const cells: Value[] = (own[row] = new realm.Array<Value>(columns));
    for (let column = 0; column < columns; column++) cells[column] = valueAt(row, column);
  }
  return own;
}
