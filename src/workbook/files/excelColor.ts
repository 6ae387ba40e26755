/** A color such as #188038 with its opacity in front, as Excel has it. */
export function toArgb(color: string): string {
  return `FF${color.replace("#", "").toUpperCase()}`;
}

export function fromArgb(argb: string): string {
  return `#${argb.slice(-6).toLowerCase()}`;
}
