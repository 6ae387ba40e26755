// The few things that are asked of the parts of an .xlsx file before they are read.
import type JSZip from "jszip";
import { refusal } from "../../core/refusal";

/** Elements within each other that no part of a workbook comes near. */
const deepest = 64;

export interface XmlElement {
  readonly xml: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** What stands in it; undefined where it has no end of its own. */
  readonly content: string | undefined;
}

/** What a part in a zip has beside what its types tell: its text as a stream. */
interface Streamed {
  readonly internalStream: (type: "string") => JSZip.JSZipStreamHelper<string>;
}

/** The text of a part, which a small file may blow up to any size. */
export function textOfPart(file: JSZip.JSZipObject, most: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: string[] = [];
    let size = 0;
    const stream = (file as JSZip.JSZipObject & Streamed).internalStream("string");
    stream
      .on("data", (chunk) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size <= most) return;
        stream.pause();
        reject(
          refusal(
            "holds more than this page can open: delete tabs that are not needed, or save the one with the data as .csv",
          ),
        );
      })
      .on("error", reject)
      .on("end", () => resolve(chunks.join("")))
      .resume();
  });
}

/** XML without comments, without a prefix before the names of its own elements, and of a depth that can be read. */
export function plainXml(text: string): string {
  const xml = text.includes("<!--") ? text.replace(/<!--[^]*?-->/g, "") : text;
  const prefix = /^\s*(?:<\?[^>]*\?>\s*)*<(\w+):/.exec(xml)?.[1];
  const plain = prefix === undefined ? xml : xml.replaceAll(new RegExp(`<(/?)${prefix}:`, "g"), "<$1");
  if (plain.includes("<!DOCTYPE") || isTooDeep(plain))
    throw refusal(
      "is no workbook of a spreadsheet program: save it as .xlsx or .csv in the program it is from",
    );
  return plain;
}

function isTooDeep(xml: string): boolean {
  let depth = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) {
    const next = xml.charCodeAt(at + 1);
    if (next === 0x2f) depth--;
    else if (next !== 0x3f) {
      const end = xml.indexOf(">", at);
      if (xml.charCodeAt(end - 1) !== 0x2f) depth++;
      if (depth > deepest) return true;
    }
  }
  return false;
}

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export const attributesOf = (text: string): Record<string, string | undefined> =>
  Object.fromEntries(Array.from(text.matchAll(ATTRIBUTE), ([, name, one, other]) => [name, one ?? other]));

const patterns = new Map<string, RegExp>();

/** All elements of a name that are not within one another. */
export function elements(xml: string, name: string): XmlElement[] {
  const pattern =
    patterns.get(name) ?? new RegExp(`<${name}(?=[\\s/>])([^>]*?)(?:/>|>([^]*?)</${name}\\s*>)`, "g");
  patterns.set(name, pattern);
  return Array.from(xml.matchAll(pattern), ([whole, attributes, content]) => ({
    xml: whole,
    attributes: attributesOf(attributes!),
    content,
  }));
}

/** The first element of a name. */
export const element = (xml: string, name: string): XmlElement | undefined => elements(xml, name)[0];
