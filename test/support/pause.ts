/**
 * Days of the usual pause by a slow reading of its definition: of all purchases followed by so many quiet months, of
 * which there are at least 20, one in ten or fewer had another after. Days of each customer's purchases are numbers.
 */
export function slowPause(purchases: readonly (readonly number[])[], latest: number): number {
  const pauses = purchases.flatMap((own) => {
    const sorted = [...own].sort((a, b) => a - b);
    return sorted.map((one, at) => ({
      hasNext: at + 1 < sorted.length,
      length: (sorted[at + 1] ?? latest) - one,
    }));
  });
  const qualifies = (months: number) => {
    const long = pauses.filter(({ length }) => length > (months * 365.25) / 12);
    return long.length >= 20 && long.filter(({ hasNext }) => hasNext).length <= long.length / 10;
  };
  return (([1, 2, 3, 4, 6, 9, 12, 18, 24].find(qualifies) ?? 24) * 365.25) / 12;
}
