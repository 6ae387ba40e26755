import type JSZip from "jszip";
import { element, part, type Xml } from "./xml";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Relationships of a part to others: the id by which it names one, what that is, and where it lies. */
export interface Relationship {
  readonly id: string;
  readonly type: "chart" | "drawing" | "sheetMetadata";
  readonly target: string;
}

/** Adds a part to a file of several; its name begins with /. */
export async function addPart(zip: JSZip, name: string, contentType: string, content: string): Promise<void> {
  put(zip, name, content);
  const type = element("Override", { PartName: name, ContentType: contentType });
  await change(zip, "/[Content_Types].xml", (xml) => within(xml, "Types", type));
}

/** Adds relationships to a part, which has none yet or some. */
export async function relate(
  zip: JSZip,
  name: string,
  relationships: readonly Relationship[],
): Promise<void> {
  const slash = name.lastIndexOf("/");
  const place = `${name.slice(0, slash)}/_rels${name.slice(slash)}.rels`;
  const added = relationships.map(({ id, type, target }) =>
    element("Relationship", { Id: id, Type: `${OFFICE}/${type}`, Target: target }),
  );
  if (!zip.file(place.slice(1))) put(zip, place, part(element("Relationships", { xmlns: PACKAGE })));
  await change(zip, place, (xml) => within(xml, "Relationships", added.join("")));
}

/** Rewrites a part. */
export async function change(zip: JSZip, name: string, rewrite: (xml: Xml) => Xml): Promise<void> {
  const file = zip.file(name.slice(1));
  if (!file) throw new Error(`The .xlsx file has no part ${name}.`);
  put(zip, name, rewrite(await file.async("string")));
}

function within(xml: Xml, root: string, added: Xml): Xml {
  return xml.replace(`</${root}>`, () => `${added}</${root}>`);
}

function put(zip: JSZip, name: string, content: string): void {
  // Excel knows no folders in a file.
  zip.file(name.slice(1), content, { createFolders: false });
}
