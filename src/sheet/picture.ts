/** How a table is shown as a picture, by the titles of its columns. */
export type Picture =
  /** Shades by size behind the figures of the columns that the data decide. */
  | { readonly kind: "shades" }
  | {
      readonly kind: "lines" | "columns" | "bars";
      readonly caption: string;
      /** The column along the axis. */
      readonly label: string;
      readonly series: readonly string[];
      /** The columns between which the first of the series lies. */
      readonly range?: readonly [low: string, high: string];
    }
  /** What a first value became the last one by: columns that stand on each other's ends. */
  | { readonly kind: "waterfall"; readonly caption: string; readonly label: string; readonly effect: string };
