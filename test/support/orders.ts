/** Numbers between 0 and 1 that follow from a seed (mulberry32 by T. Ettinger, public domain algorithm). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Order rows as Sheets passes them: five orders a customer on average, 2% of them refunds. Dates are made by the
 * constructor of the script that is to read them.
 */
export function orderColumns(
  rows: number,
  {
    seed = 1,
    days = 730,
    ScriptDate = Date,
  }: { seed?: number; days?: number; ScriptDate?: DateConstructor } = {},
): { customer: string[][]; date: Date[][]; amount: number[][] } {
  const random = seeded(seed);
  const firstDay = Date.UTC(2015, 0, 1);
  const order = () => ({
    customer: [`C${Math.floor((random() * rows) / 5)}`],
    date: [new ScriptDate(firstDay + Math.floor(random() * days) * 86_400_000)],
    amount: [Math.round(random() * 20_000 - 400) / 100],
  });
  const orders = Array.from({ length: rows }, order);
  return {
    customer: orders.map(({ customer }) => customer),
    date: orders.map(({ date }) => date),
    amount: orders.map(({ amount }) => amount),
  };
}

/** A German export with a header: refunds in a column of their own, one order in eleven cancelled. */
export function writtenOrders(
  rows: number,
  { isText, ScriptDate = Date }: { isText: boolean; ScriptDate?: DateConstructor },
): unknown[][] {
  const euros = (amount: number) =>
    `${amount
      .toFixed(2)
      .replace(".", ",")
      .replace(/(\d)(\d{3},)/, "$1.$2")} €`;
  const order = (at: number) => {
    const day = new ScriptDate(Date.UTC(2024, 0, 1 + (at % 900)));
    const [year, month, date] = day.toISOString().slice(0, 10).split("-");
    const amount = 100 + ((at * 37) % 190_000) / 100;
    const refund = at % 20 === 0 ? 10 : "";
    return [
      `k${at % (rows / 5)}@example.org`,
      isText ? `${date}.${month}.${year} 10:15` : day,
      isText ? euros(amount) : amount,
      isText && refund !== "" ? euros(refund) : refund,
      at % 11 === 0 ? "storniert" : "bezahlt",
    ];
  };
  return [
    ["Kunde", "Datum", "Betrag", "Erstattung", "Status"],
    ...Array.from({ length: rows }, (_, at) => order(at)),
  ];
}
