// Math.min and Math.max take no more values than the stack holds.

export const least = (values: readonly number[]): number =>
  values.reduce((low, value) => Math.min(low, value), Infinity);

export const most = (values: readonly number[]): number =>
  values.reduce((high, value) => Math.max(high, value), -Infinity);
