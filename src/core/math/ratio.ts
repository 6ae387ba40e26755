/** Part ÷ whole; undefined where there is no whole to divide by. */
export const ratio = (part: number, whole: number): number | undefined =>
  whole > 0 ? part / whole : undefined;
