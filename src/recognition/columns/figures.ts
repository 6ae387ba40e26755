import { headerWords } from "../words/header";
import { headerMatches } from "../words/headerMatches";

/** So many tell. */
const most = 60;
const ofFigures = /^(revenue|customerCount|lost|churnRate|newCustomers|spend|margin)$/;
/** What the lines of a profit and loss account are called after. */
const ofBookings = /^(sales|cost|outlay|tax|margin|net|gross|price|fee)$/;

/** Whether texts are what figures are called, such as Revenue and Cost of sales; a region may be called Costa, a segment New. */
export function areFigures(texts: readonly string[]): boolean {
  const labels = [...new Set(texts)].slice(0, most).map((text) => headerWords(text));
  const named = labels.filter((one) =>
    headerMatches(one).some(({ meaning, isExact }) => isExact && ofFigures.test(meaning)),
  );
  const booked = labels.filter(({ concepts }) => concepts.some((one) => ofBookings.test(one)));
  // Each stands once, but for those of the next part.
  const areLabels = labels.length >= Math.min(most, texts.length * 0.9);
  return (
    (areLabels && named.length > 0 && named.length >= labels.length * 0.05) ||
    (booked.length > 1 && booked.length >= labels.length * 0.3)
  );
}
