/** Equal values that follow each other: the place of the first, how many, and which. */
export interface Run<Value> {
  readonly from: number;
  readonly count: number;
  readonly value: Value;
}

export function runsOf<Value>(values: readonly Value[]): Run<Value>[] {
  const starts = values.flatMap((value, at) => (at === 0 || value !== values[at - 1] ? [at] : []));
  return starts.map((from, index) => ({
    from,
    count: (starts[index + 1] ?? values.length) - from,
    value: values[from]!,
  }));
}
