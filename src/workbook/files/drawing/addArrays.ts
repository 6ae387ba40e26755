import type JSZip from "jszip";
import { addPart, change, relate } from "./parts";
import { element, part, type Xml } from "./xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DYNAMIC = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";

/** What the extension of a file for arrays is called in all files. */
const EXTENSION = "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}";

const yes = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 1]));

const metadata = part(
  element(
    "metadata",
    { xmlns: MAIN, "xmlns:xda": DYNAMIC },
    element(
      "metadataTypes",
      { count: 1 },
      element("metadataType", {
        name: "XLDAPR",
        minSupportedVersion: 120_000,
        ...yes("copy", "pasteAll", "pasteValues", "merge", "splitFirst", "rowColShift"),
        ...yes("clearFormats", "clearComments", "assign", "coerce", "cellMeta"),
      }),
    ),
    element(
      "futureMetadata",
      { name: "XLDAPR", count: 1 },
      block(
        element(
          "extLst",
          {},
          element(
            "ext",
            { uri: EXTENSION },
            element("xda:dynamicArrayProperties", { fDynamic: 1, fCollapsed: 0 }),
          ),
        ),
      ),
    ),
    element("cellMetadata", { count: 1 }, block(element("rc", { t: 1, v: 0 }))),
  ),
);

function block(content: Xml): Xml {
  return element("bk", {}, content);
}

/** Marks the array formulas of these sheets as such that spill: otherwise they would keep their size in Excel. */
export async function markArrays(zip: JSZip, sheets: readonly number[]): Promise<void> {
  if (sheets.length === 0) return;
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";
  await addPart(zip, "/xl/metadata.xml", type, metadata);
  const target = "/xl/metadata.xml";
  await relate(zip, "/xl/workbook.xml", [{ id: "rIdArrays", type: "sheetMetadata", target }]);
  for (const sheet of sheets)
    await change(zip, `/xl/worksheets/sheet${sheet}.xml`, (xml) =>
      xml.replace(/<c ([^>]*)>(?=<f t="array")/g, '<c $1 cm="1">'),
    );
}
