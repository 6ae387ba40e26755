/** Sixteen hexadecimal digits that change when the text does: two FNV-1a sums of 32 bits from different starts. */
export function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193].map((start) => sum(text, start)).join("");
}

function sum(text: string, start: number): string {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
