/** Text as it is compared: lower case, without accents and punctuation, spaces single. */
export const normalised = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const totals =
  /^(grand |sub |sum )?(totals?|sum|subtotals?|gesamt|gesamtsumme|summe|insgesamt|zwischensumme|totaux|somme|ensemble|totales|suma|totale|totali|somma|totais|soma|totaal|som)( general| generale| geral| overall)?$/;

/** True for what stands in front of, or above, sums: Total, Grand total, Summe, Totaux … */
export const isTotalLabel = (text: string): boolean => totals.test(normalised(text));
