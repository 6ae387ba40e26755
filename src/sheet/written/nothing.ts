/** What databases and programs write where there is nothing. */
const nothing = /^(null|none|nan|nat|<na>|\\n)$/i;

/** True for NULL, None and NaN. */
export const saysNothing = (text: string): boolean => nothing.test(text.trim());
