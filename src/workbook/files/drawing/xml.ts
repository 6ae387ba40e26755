/** A piece of XML; an attribute or a child that is undefined is left out. */
export type Xml = string;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes and what is in it. */
export function element(name: string, attributes: Attributes = {}, ...children: (Xml | undefined)[]): Xml {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  return `<${name}${given.join("")}>${children.join("")}</${name}>`;
}

/** An element that only says val="…", as most of a chart do. */
export const val = (name: string, value: string | number): Xml => element(name, { val: value });

/** Text as it stands in XML, without the characters that XML has no way to write. */
export function escaped(text: string): Xml {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- these very characters are to go
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}

/** A whole part of a file. */
export const part = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
