import { RANGE_TYPE } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import { UpdateFormulaController } from "@univerjs/sheets-formula";
import { requireMethods, type Internals } from "./internals";

/** An end which no sheet has, that stands for "to the end" while references are moved. */
const [FAR_ROW, FAR_COLUMN] = [9_000_000, "ZZMM"];

/**
 * Moves open-ended ranges (A2:A, B2:2) as a whole when rows, columns or formulas move. Univer takes their two halves for
 * a cell and a name, and moves the cell alone. While it moves references, they are closed ranges with a far end.
 */
export function moveOpenRanges(): void {
  const methods = ["sequenceNodesBuilder", "moveFormulaRefOffset"];
  const builder = requireMethods("LexerTreeBuilder", LexerTreeBuilder.prototype, methods);
  const name = "_getFormulaReferenceMoveInfo";
  const updater = requireMethods("UpdateFormulaController", UpdateFormulaController.prototype, [name]);
  const { sequenceNodesBuilder: takeApart, moveFormulaRefOffset: offset } = builder;
  const update = updater[name];
  let isMoving = false;
  const whileMoving = <Result>(move: () => Result): Result => {
    isMoving = true;
    try {
      return move();
    } finally {
      isMoving = false;
    }
  };
  builder["sequenceNodesBuilder"] = function (this: Internals, formula: string): Token[] | undefined {
    const tokens: Token[] | undefined = takeApart.call(this, formula);
    return isMoving && tokens ? closed(tokens) : tokens;
  };
  builder["moveFormulaRefOffset"] = function (this: Internals, ...given: unknown[]): string {
    return opened(whileMoving(() => offset.apply(this, given) as string));
  };
  updater[name] = function (this: Internals, formulas: unknown, names: unknown, move: Internals): Internals {
    const moved: Internals = whileMoving(() => update.call(this, formulas, names, acrossAll(move)));
    for (const cell of formulasIn(moved["newFormulaData"])) cell.f = opened(cell.f);
    return moved;
  };
}

/** A move of whole rows or columns, for ranges that end further than the sheet does. */
function acrossAll(move: Internals): Internals {
  // Univer would cut a range that it knows to be of whole rows or columns to the size of the largest sheet.
  const range = { ...move["range"], rangeType: RANGE_TYPE.NORMAL };
  const [startRow, startColumn, endRow, endColumn] = [0, 0, FAR_ROW * 2, FAR_ROW * 2];
  if ([MOVES.insertRow, MOVES.removeRow].includes(move["type"]))
    return { ...move, range: { ...range, startColumn, endColumn } };
  if ([MOVES.insertColumn, MOVES.removeColumn].includes(move["type"]))
    return { ...move, range: { ...range, startRow, endRow } };
  return move;
}

/** What Univer calls these moves. */
const MOVES = { insertRow: 3, insertColumn: 4, removeRow: 5, removeColumn: 6 };

type Token = string | { readonly nodeType: number; readonly token: string; readonly endIndex: number };

/** What Univer calls the type of a token that is a reference. */
const REFERENCE = 4;

/** The tokens of a formula with its open-ended ranges as closed ones. */
function closed(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const [left, colon, right] = tokens.slice(index, index + 3);
    const isPair = typeof left === "object" && colon === ":" && typeof right === "object";
    const token = isPair ? closedRange(left.token, right.token) : undefined;
    if (!isPair || token === undefined) {
      result.push(tokens[index]!);
      continue;
    }
    result.push({ ...left, nodeType: REFERENCE, token, endIndex: right.endIndex });
    index += 2;
  }
  return result;
}

/** What stands on a side of the colon: a cell, a column or a row, with its dollar signs, behind the name of a tab. */
const half = /^(?<tab>.*!)?(?<column>\$?[A-Z]{1,3})?(?<row>\$?\d+)?$/i;

/** The closed range for the two halves of an open one; undefined where they are no such halves. */
function closedRange(left: string, right: string): string | undefined {
  const [a, b] = [half.exec(left.trim())?.groups, half.exec(right.trim())?.groups];
  if (!a || !b) return undefined;
  const [cell, line] = a["column"] && a["row"] ? [a, b] : [b, a];
  const { column, row } = cell;
  if (!column || !row || (line["column"] === undefined) === (line["row"] === undefined)) return undefined;
  const tab = a["tab"] ?? "";
  if (line["column"]) {
    const [first, last] = inOrder(column, line["column"], (text) => text.padStart(3).toUpperCase());
    return `${tab}${first}${row}:${last}${FAR_ROW}`;
  }
  const [first, last] = inOrder(row, line["row"]!, (text) => text.padStart(8));
  return `${tab}${column}${first}:${FAR_COLUMN}${last}`;
}

function inOrder(a: string, b: string, key: (text: string) => string): [string, string] {
  const [keyOfA, keyOfB] = [key(a.replace("$", "")), key(b.replace("$", ""))];
  return keyOfA <= keyOfB ? [a, b] : [b, a];
}

/** A formula with its far ends taken away again. */
function opened(formula: string): string {
  return formula
    .replace(/:(\$?[A-Z]{1,3})\$?(\d{7})(?!\d)/g, (range, column: string, row: string) =>
      Math.abs(Number(row) - FAR_ROW) < FAR_ROW / 10 ? `:${column}` : range,
    )
    .replace(/:\$?ZZ[A-Z]{2}(\$?\d+)/g, ":$1");
}

function formulasIn(data: Internals): { f: string }[] {
  const cells: { f: string }[] = [];
  for (const sheets of Object.values<Internals>(data ?? {}))
    for (const rows of Object.values<Internals>(sheets ?? {}))
      for (const columns of Object.values<Internals>(rows ?? {}))
        cells.push(
          ...Object.values<{ f?: string }>(columns ?? {}).filter((cell): cell is { f: string } => !!cell?.f),
        );
  return cells;
}
