/**
 * What a heading says whose column holds rates: rate or percent in English, German, French, Spanish, Italian,
 * Portuguese and Dutch, for any case; in German at the end of a longer word (Kündigungsrate).
 */
export const rateHeading =
  "%|percent|pro[cz]ent|p(?:our|or)cent|\\bp(?:er|our|or) ?ci?ent|\\b(?:rates?|pct|ratio|taux|tasas?|tass[oi]|taxas?|quote|anteil)\\b|" +
  "(?:churn|ungs|verlust|storno|abgangs)(?:rate|quote)";

const pattern = new RegExp(rateHeading, "i");

/** True for a heading such as Churn rate, Churn %, Taux d'attrition. */
export const saysRate = (heading: string): boolean => pattern.test(heading);
