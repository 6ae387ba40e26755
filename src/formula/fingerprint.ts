/** Sixteen hexadecimal digits that change when the text does: two FNV-1a sums of 32 bits from different starts. */
export function fingerprint(text: string): string {
  let [first, second] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x01000193);
  }
  return digits(first) + digits(second);
}

const digits = (sum: number): string => (sum >>> 0).toString(16).padStart(8, "0");
