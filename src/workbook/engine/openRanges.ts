import { UnionNodeFactory } from "@univerjs/engine-formula";
import { requireMethods, type Internals } from "./internals";

/**
 * Teaches Univer the open-ended ranges of Sheets (A2:A, A:A5, A2:2), which it otherwise answers with #NAME?.
 * Its `:` operator only joins two cells, two columns or two rows.
 */
export function allowOpenRanges(): void {
  const factory = requireMethods("UnionNodeFactory", UnionNodeFactory.prototype, ["create"]);
  const create = factory["create"];
  factory["create"] = function (this: unknown, token: string): Internals {
    const node: Internals = create.call(this, token);
    const join = node["_unionFunction"];
    node["_unionFunction"] = (left: Internals, right: Internals) =>
      openRange(left, right) ?? join.call(node, left, right);
    return node;
  };
}

/** The range from a cell along a column or row; undefined where the operands are not a cell and a line. */
function openRange(left: Internals, right: Internals): Internals | undefined {
  for (const operand of [left, right]) {
    if (operand["isError"]() || !operand["isReferenceObject"]()) return undefined;
  }
  const [cell, line] = left["isCell"]() ? [left, right] : [right, left];
  if (!cell["isCell"]() || !(line["isColumn"]() || line["isRow"]())) return undefined;
  const corner = cell["getRangeData"]();
  const edge = line["getRangeData"]();
  // Univer reads NaN as "to the end of the sheet".
  const range = line["isColumn"]()
    ? { ...between("Column", corner, edge), startRow: corner.startRow, endRow: NaN }
    : { ...between("Row", corner, edge), startColumn: corner.startColumn, endColumn: NaN };
  const fixed = {
    ...(corner.startAbsoluteRefType && { startAbsoluteRefType: corner.startAbsoluteRefType }),
    ...(edge.startAbsoluteRefType && { endAbsoluteRefType: edge.startAbsoluteRefType }),
  };
  return cell["_createRange"]({ ...range, ...fixed });
}

function between(axis: "Column" | "Row", a: Internals, b: Internals): Record<string, number> {
  const [start, end] = [`start${axis}`, `end${axis}`];
  return { [start]: Math.min(a[start], b[start]), [end]: Math.max(a[start], b[start]) };
}
