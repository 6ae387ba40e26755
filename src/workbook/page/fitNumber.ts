/** Pixels of a digit at the default font size, and of the space around a cell's text. */
const [DIGIT, SPACE] = [7.5, 8];

/** A number rounded to the decimals that a column of this width in pixels has room for. */
export function fitNumber(value: number, width: number): number {
  const room = Math.floor((width - SPACE) / DIGIT);
  const text = String(value);
  if (text.length <= room || !text.includes(".") || text.includes("e")) return value;
  const whole = text.indexOf(".");
  return Number(value.toFixed(Math.max(0, room - whole - 1)));
}
