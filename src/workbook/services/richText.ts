/** The part of Apps Script's RichTextValue which the add-on uses. */
export interface RichTextValue {
  readonly getText: () => string;
}

interface RichTextValueBuilder {
  readonly setText: (text: string) => RichTextValueBuilder;
  readonly build: () => RichTextValue;
}

/** Builds text without a style. */
export function newRichTextValue(text = ""): RichTextValueBuilder {
  return { setText: newRichTextValue, build: () => ({ getText: () => text }) };
}
