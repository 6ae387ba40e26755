// The few things that are asked of the parts of an .xlsx file before they are read. Each part is gone through once, so
// that no file takes longer than its size does: what is not well formed is refused, and the patterns below find the end
// of every element.
import type JSZip from "jszip";
import { refusal } from "../../core/refusal";

/** Elements within each other that no part of a workbook comes near. */
const deepest = 64;

const noWorkbook = () =>
  refusal("is not a spreadsheet file: save it as .xlsx or .csv in the program it came from");

export interface XmlElement {
  readonly xml: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** What stands in it; undefined where it has no end of its own. */
  readonly content: string | undefined;
}

/** What a part in a zip has beside what its types tell: its bytes as a stream. */
interface Streamed {
  readonly internalStream: (type: "uint8array") => JSZip.JSZipStreamHelper<Uint8Array>;
}

/** The text of a part, which a small file may blow up to any size. */
export function textOfPart(file: JSZip.JSZipObject, most: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: string[] = [];
    let decoder: TextDecoder | undefined;
    let size = 0;
    const stream = (file as JSZip.JSZipObject & Streamed).internalStream("uint8array");
    stream
      .on("data", (chunk) => {
        decoder ??= new TextDecoder(encodingOf(chunk));
        const text = decoder.decode(chunk, { stream: true });
        size += text.length;
        chunks.push(text);
        if (size <= most) return;
        stream.pause();
        reject(
          refusal(
            "is more than this page can open: delete tabs you do not need, or save the one with the data as .csv",
          ),
        );
      })
      .on("error", reject)
      .on("end", () => resolve(chunks.join("")))
      .resume();
  });
}

/** XML is in UTF-8, or in UTF-16 with a mark in front or its first sign in two bytes. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0) ? "utf-16le" : "utf-8";
}

/**
 * XML with nothing but elements and text, each attribute in double quotes without a > in it, and no prefix before the
 * names of its own elements.
 * @throws Refusal where it is not well formed, or too deep to be read
 */
export function plainXml(text: string): string {
  const xml = withoutMarks(text);
  const plain = isWritten(xml) ? xml : rewritten(xml);
  const prefix = /^\s*<(\w+):/.exec(plain)?.[1];
  return prefix === undefined ? plain : plain.replaceAll(new RegExp(`<(/?)${prefix}:`, "g"), "<$1");
}

/** Without comments and instructions, and with text that is marked as such like any other. */
function withoutMarks(text: string): string {
  const pieces: string[] = [];
  const mark = /<[!?]/g;
  let from = 0;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const at = found.index;
    const [start, end] = text.startsWith("<?", at)
      ? ["<?", "?>"]
      : text.startsWith("<!--", at)
        ? ["<!--", "-->"]
        : ["<![CDATA[", "]]>"];
    const close = text.indexOf(end, at + start.length);
    if (close < 0 || !text.startsWith(start, at)) throw noWorkbook();
    pieces.push(text.slice(from, at));
    if (end === "]]>")
      pieces.push(
        text
          .slice(at + start.length, close)
          .replaceAll("&", "&amp;")
          .replaceAll("<", "&lt;"),
      );
    from = mark.lastIndex = close + end.length;
  }
  return from === 0 ? text : pieces.join("") + text.slice(from);
}

const [tab, lineEnd, space] = [9, 13, 32];
const [quote, apostrophe, slash, less, equals, greater] = [34, 39, 47, 60, 61, 62];
const isSpace = (code: number) => code === space || (code >= tab && code <= lineEnd);

/** Whether all attributes are written as the patterns below want them, in XML that is well formed. */
function isWritten(xml: string): boolean {
  const open: (readonly [from: number, to: number])[] = [];
  let isAsWanted = true;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    const isEnd = xml.charCodeAt(at + 1) === slash;
    const from = at + (isEnd ? 2 : 1);
    let to = from;
    for (let code = xml.charCodeAt(to); code > space && code !== slash && code !== greater;)
      code = xml.charCodeAt(++to);
    let within = 0;
    let before = 0;
    for (at = to; ; at++) {
      const code = xml.charCodeAt(at);
      // past the end, or a tag in a tag
      if (Number.isNaN(code) || code === less) throw noWorkbook();
      if (within !== 0) {
        if (code === within) within = 0;
        else if (code === greater) isAsWanted = false;
      } else if (code === quote || code === apostrophe) {
        within = code;
        isAsWanted &&= code === quote && before === equals;
      } else if (code === greater) break;
      else if (code === equals && isSpace(before)) isAsWanted = false;
      before = code;
    }
    if (isEnd) {
      const begun = open.pop();
      if (!begun || begun[1] - begun[0] !== to - from || !xml.startsWith(xml.slice(from, to), begun[0]))
        throw noWorkbook();
    } else if (before !== slash && open.push([from, to]) > deepest) throw noWorkbook();
  }
  if (open.length > 0) throw noWorkbook();
  return isAsWanted;
}

const TAG = /<[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>/g;
const VALUE = /"[^"]*"|'[^']*'/g;

const rewritten = (xml: string): string =>
  xml.replace(TAG, (whole) => {
    let [written, from] = ["", 0];
    for (const { 0: value, index } of whole.matchAll(VALUE)) {
      const name = whole.slice(from, index).trimEnd().replace(/=$/, "").trimEnd();
      written += `${name}="${value.slice(1, -1).replaceAll(">", "&gt;").replaceAll('"', "&quot;")}"`;
      from = index + value.length;
    }
    return written + whole.slice(from);
  });

const ATTRIBUTE = /\s([\w:.-]+)="([^"]*)"/g;

const attributesOf = (text: string): Record<string, string | undefined> =>
  Object.fromEntries(Array.from(text.matchAll(ATTRIBUTE), ([, name, value]) => [name, value]));

const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const pattern =
    patterns.get(name) ?? new RegExp(`<${name}(?=[\\s/>])([^>]*?)(?:/>|>([^]*?)</${name}\\s*>)`, "g");
  patterns.set(name, pattern);
  return pattern;
}

/** All elements of a name that are not within one another. */
export const elements = (xml: string, name: string): XmlElement[] =>
  Array.from(xml.matchAll(patternOf(name)), ([whole, attributes, content]) => ({
    xml: whole,
    attributes: attributesOf(attributes!),
    content,
  }));

/** The first element of a name. */
export function element(xml: string, name: string): XmlElement | undefined {
  const [found] = elements(xml, name);
  return found;
}

/** The rest without the elements of a name. */
export const withoutElements = (xml: string, name: string): string => xml.replace(patternOf(name), "");
