import { wordsOf } from "./words";

/** What databases, programs and people write where there is nothing. */
const nothing = /^(null|none|nan|nat|<na>|\\n|n\/a|n\.a\.)$/i;

/** True for NA, as R writes it; a group may be called so, as North America. */
export const isNA = (text: string): boolean => text.trim() === "NA";

/** True for NULL, None, NaN, n/a and NA. */
export const saysNothing = (text: string): boolean => nothing.test(text.trim()) || isNA(text);

const open =
  /^(still )?(laufend|lauft|unbefristet|offen|aktiv|bis auf weiteres|ongoing|open( end)?|active|current(ly)?|present|today|now|never|none yet|no end( date)?|indefinite(ly)?|unlimited|en cours|actif|active|indetermine|illimite|actuel|activo|vigente|en curso|indefinido|actual|in corso|attivo|indeterminato|em curso|ativo|em vigor|indeterminado|lopend|actief|onbepaald)$/;

/** True for what people write as the end of something that goes on: ongoing, laufend, en cours. */
export const saysNoEnd = (text: string): boolean => open.test(wordsOf(text));
