// What is read of an .xlsx file, written as a plain one: exceljs stops at much that others write (filters by a rule,
// pivot charts, slicers), and takes any size for given.
import type JSZip from "jszip";
import { refusal } from "../../core/refusal";
import { element, elements, plainXml, textOfPart, withoutElements } from "./xlsxXml";
import { commentedCells, createCount, prunedSheet } from "./xlsxSheet";

/** Characters of a file's parts, once unpacked: more is not a table of someone's customers. */
const mostText = 300_000_000;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const advice = "save it as .xlsx or .csv in the program it came from";

interface Relation {
  readonly id: string;
  readonly type: string;
  /** The path of the part in the file. */
  readonly path: string;
}

interface Tab {
  readonly name: string;
  readonly state: string;
  readonly sheet: string;
  readonly comments: string | undefined;
}

/** The bytes of a file with the same tabs: their cells, styles, sizes, notes and conditional formats. */
export async function plainXlsx(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const { default: Zip } = await import("jszip");
  const parts = partsOf(await openZip(Zip, bytes));
  let left = mostText;
  const read = async (path: string): Promise<string | undefined> => {
    const file = parts.get(plainPath(path));
    if (!file) return undefined;
    const text = await textOfPart(file, left);
    left -= text.length;
    return plainXml(text);
  };
  const relationsOf = async (path: string): Promise<Relation[]> => {
    const slash = path.lastIndexOf("/") + 1;
    const text = await read(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
    return elements(text ?? "", "Relationship").map(({ attributes: { Id, Type, Target } }) => ({
      id: Id ?? "",
      type: (Type ?? "").slice((Type ?? "").lastIndexOf("/") + 1),
      path: resolved(path, Target ?? ""),
    }));
  };

  const main =
    (await relationsOf("")).find(({ type }) => type === "officeDocument")?.path ?? "xl/workbook.xml";
  const workbook = await read(main);
  if (workbook === undefined) throw refusal(`is not a workbook: ${advice}`);
  const relations = await relationsOf(main);
  const partOf = async (type: string) => {
    const relation = relations.find((each) => each.type === type);
    return relation && read(relation.path);
  };
  const styles = (await partOf("styles")) ?? "<styleSheet></styleSheet>";
  const strings = await partOf("sharedStrings");
  const tabs: Tab[] = [];
  const count = createCount();
  for (const { attributes } of elements(element(workbook, "sheets")?.content ?? "", "sheet")) {
    const id = Object.entries(attributes).find(([name]) => name === "id" || name.endsWith(":id"))?.[1];
    const relation = relations.find((each) => each.id === id && each.type === "worksheet");
    const text = relation && (await read(relation.path));
    if (!relation || text === undefined) continue;
    const notes = (await relationsOf(relation.path)).find(({ type }) => type === "comments");
    const comments = notes && (await read(notes.path));
    const name = attributes["name"] ?? `Sheet${tabs.length + 1}`;
    const sheet = prunedSheet(name, text, commentedCells(comments ?? ""), count);
    tabs.push({ name, state: attributes["state"] ?? "visible", sheet, comments });
  }
  if (tabs.length === 0) throw refusal(`has no tab with cells: ${advice}`);
  const { date1904 } = element(workbook, "workbookPr")?.attributes ?? {};
  return written(new Zip(), tabs, styles, strings, date1904);
}

/** The path of a part: capitals do not matter, and some programs separate folders their own way. */
const plainPath = (path: string): string => path.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();

const partsOf = ({ files }: JSZip): ReadonlyMap<string, JSZip.JSZipObject> =>
  new Map(Object.entries(files).flatMap(([path, file]) => (file.dir ? [] : [[plainPath(path), file]])));

async function openZip(Zip: typeof JSZip, bytes: ArrayBuffer): Promise<JSZip> {
  const start = new Uint8Array(bytes.slice(0, 4));
  // the sign of the format before .xlsx, in which files with a password are kept to this day
  if (start[0] === 0xd0 && start[1] === 0xcf)
    throw refusal(`is protected with a password, or is an old .xls file: ${advice}, without a password`);
  try {
    return await Zip.loadAsync(bytes);
  } catch {
    throw refusal(`cannot be read as an .xlsx file: ${advice}`);
  }
}

/** Where a part lies that another one names. */
function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folders = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== ".") folders.push(step);
  }
  return folders.join("/");
}

function written(
  zip: JSZip,
  tabs: readonly Tab[],
  styles: string,
  strings: string | undefined,
  date1904: string | undefined,
): Promise<ArrayBuffer> {
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relationships = (some: readonly string[]) => `<Relationships>${some.join("")}</Relationships>`;
  const sheets = tabs.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="r${index + 1}"/>`,
  );
  const is1904 = date1904 === "1" || date1904 === "true";
  zip.file(
    "xl/workbook.xml",
    `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${sheets.join("")}</sheets></workbook>`,
  );
  zip.file(
    "xl/_rels/workbook.xml.rels",
    relationships(
      tabs.map((_, index) => relationship(`r${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`)),
    ),
  );
  zip.file("xl/styles.xml", withoutElements(styles, "extLst"));
  if (strings !== undefined) zip.file("xl/sharedStrings.xml", strings);
  tabs.forEach(({ sheet, comments }, index) => {
    const number = index + 1;
    zip.file(`xl/worksheets/sheet${number}.xml`, sheet);
    if (comments === undefined) return;
    zip.file(`xl/comments${number}.xml`, comments);
    zip.file(
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relationships([relationship("n", "comments", `../comments${number}.xml`)]),
    );
  });
  return zip.generateAsync({ type: "arraybuffer", compression: "STORE" });
}
