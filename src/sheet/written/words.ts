/** Text as its words are compared: small letters without accents, PastDue and past_due as "past due". */
export const wordsOf = (text: string): string =>
  text
    .replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z]{2})/g, "$1$3 $2")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^a-z\d]+/g, " ")
    .trim();
