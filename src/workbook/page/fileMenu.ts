import type { IStyleData, IWorkbookData } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { isRefusal } from "../../core/refusal";
import { messageOf } from "../engine/errors";
import { emptySnapshot } from "../engine/snapshot";
import type { Workbook } from "../engine/workbook";
import { csvFromSheet, sheetFromCsv } from "../files/csv";
import { decodeText } from "../files/csvRows";
import { drawn, sayAtWork } from "./atWork";
import { XLSX, download } from "./download";
import { byId, dialogById, element } from "./element";
import { addMenu } from "./menuBar";
import { freshSample } from "./sampleWorkbook";
import type { Keeper } from "./keeper";
import { sayAfterReload, toast } from "./toast";

/** The File menu, and opening a file by dropping it on the page. */
export function addFileMenu(workbook: Workbook, keeper: Keeper): void {
  const report = (work: Promise<unknown>) =>
    work
      .catch((thrown: unknown) => toast(messageOf(thrown), "That did not work", 12))
      .finally(() => sayAtWork(""));
  const open = (file: File) => report(openFile(workbook, keeper, file));
  const replace = (make: () => IWorkbookData) => report(replaceWorkbook(workbook, keeper, make));
  addMenu("File", "F", [
    { caption: "New sample workbook", run: () => replace(freshSample) },
    { caption: "New empty workbook", run: () => replace(() => emptySnapshot(crypto.randomUUID())) },
    "separator",
    { caption: "Open an .xlsx file…", run: () => chooseFile(".xlsx", open) },
    { caption: "Add a .csv file as a sheet…", run: () => chooseFile(".csv,.tsv,.txt", open) },
    "separator",
    { caption: "Save as .xlsx", run: () => report(saveXlsx(workbook, keeper)) },
    { caption: "Save sheet as .csv", run: () => saveCsv(workbook) },
    "separator",
    { caption: "Print this tab, or save it as PDF…", run: () => report(printTab(workbook)) },
  ]);
  acceptDrops(open);
}

function chooseFile(accept: string, open: (file: File) => void): void {
  const input = element("input", { type: "file", accept });
  input.addEventListener("change", () => input.files?.[0] && open(input.files[0]));
  input.click();
}

function acceptDrops(open: (file: File) => void): void {
  const main = byId("page");
  const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener(
    "dragover",
    (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      main.classList.add("dropping");
    },
    true,
  );
  addEventListener(
    "dragleave",
    (event) => event.relatedTarget === null && main.classList.remove("dropping"),
    true,
  );
  addEventListener(
    "drop",
    (event) => {
      main.classList.remove("dropping");
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      open(file);
    },
    true,
  );
}

/** A .csv file becomes a sheet of this workbook, so that data can be combined; an .xlsx file takes its place. */
async function openFile(workbook: Workbook, keeper: Keeper, file: File): Promise<void> {
  sayAtWork(`Reading ${file.name}…`);
  await drawn();
  const bytes = await file.arrayBuffer();
  const name = file.name.replace(/\.\w+$/, "");
  if (!/\.xlsx$/i.test(file.name)) return addCsvSheet(workbook, name, decodeText(bytes));
  const { chartsIn, snapshotFromXlsx } = await import("../files/xlsxRead");
  const snapshot = await snapshotFromXlsx(crypto.randomUUID(), name, bytes).catch((thrown: unknown) => {
    const what = isRefusal(thrown) ? thrown.message : unreadable;
    throw new Error(`${file.name} ${what}.`);
  });
  const charts = await chartsIn(bytes);
  if (charts > 0) sayAfterReload(withoutCharts(file.name, charts));
  await replaceWorkbook(workbook, keeper, () => snapshot);
}

const unreadable = "cannot be read as an .xlsx file: save it as .xlsx or .csv in the program it came from";

const withoutCharts = (file: string, charts: number) =>
  charts === 1
    ? `The chart in ${file} is not shown: charts are not read from files. Its space stays blank.`
    : `The ${charts} charts in ${file} are not shown: charts are not read from files. Their space stays blank.`;

function addCsvSheet({ book }: Workbook, name: string, text: string): void {
  const styles = book.workbook.getWorkbook().getStyles();
  const styleId = (style: IStyleData): string => styles.setValue(style) ?? "";
  const sheet = sheetFromCsv(
    freeName(
      book.workbook.getSheets().map((each) => each.getSheetName()),
      name,
    ),
    text,
    styleId,
  );
  const [first, ...others] = book.workbook.getSheets();
  book.workbook.insertSheet(sheet.name, { sheet });
  // An empty workbook has a sheet only because it must have one.
  if (others.length === 0 && isEmpty(first!)) book.workbook.deleteSheet(first!);
}

const isEmpty = (sheet: FWorksheet) =>
  Object.values(sheet.getSheet().getConfig().cellData).every((row) => Object.keys(row ?? {}).length === 0);

/** Sheets' way with a name that is taken: Orders, Orders (2), … */
function freeName(taken: readonly string[], name: string): string {
  const clean =
    name
      .replace(/[[\]:*?/\\']/g, " ")
      .trim()
      .slice(0, 80) || "Sheet";
  const names = [clean, ...taken.map((_, i) => `${clean} (${i + 2})`)];
  return names.find((each) => !taken.includes(each))!;
}

async function replaceWorkbook(workbook: Workbook, keeper: Keeper, make: () => IWorkbookData): Promise<void> {
  if (keeper.edited()) {
    sayAtWork("");
    const answer = await choose(dialogById("replace"));
    if (answer === "save") await saveXlsx(workbook, keeper);
    else if (answer !== "replace") return;
  }
  await keeper.replace(make());
}

function choose(dialog: HTMLDialogElement): Promise<string> {
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true }),
  );
}

async function saveXlsx({ book }: Workbook, keeper: Keeper): Promise<void> {
  sayAtWork("Writing the .xlsx file…");
  await drawn();
  const { xlsxFromBook } = await import("../files/xlsxWrite");
  download(`${book.workbook.getName()}.xlsx`, XLSX, await xlsxFromBook(book));
  keeper.saved();
}

async function printTab(workbook: Workbook): Promise<void> {
  const { printSheet } = await import("./print");
  await printSheet(workbook);
}

function saveCsv({ services }: Workbook): void {
  const sheet = services.SpreadsheetApp.getActiveSheet();
  download(`${sheet.getName()}.csv`, "text/csv", csvFromSheet(sheet));
}
