import type { Picture } from "../sheet/picture";
import { dark, fall, light, plain } from "./style";

/** A chart of some columns of a table. */
export interface TableChart {
  readonly type: "LINE" | "COLUMN" | "BAR";
  /** Their titles, that along the axis first. */
  readonly columns: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

const types = { lines: "LINE", columns: "COLUMN", bars: "BAR" } as const;
const colors = [dark, fall, light];

/** The chart that a picture is; undefined for shades and for what is drawn from cells of its own. */
export function chartOf(picture: Picture): TableChart | undefined {
  if (picture.kind === "shades" || picture.kind === "waterfall") return undefined;
  const { kind, caption, label, series, range = [] } = picture;
  const look = [
    ...series.map((_, index) => ({ color: colors[index % colors.length], lineWidth: 3 })),
    ...range.map(() => ({ color: light, lineWidth: 1 })),
  ];
  const isAlone = look.length === 1;
  return {
    type: types[kind],
    columns: [label, ...series, ...range],
    options: {
      ...plain(caption),
      ...(isAlone && { legend: { position: "none" } }),
      series: Object.fromEntries(look.entries()),
    },
  };
}
