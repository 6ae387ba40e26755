import { functions } from "../../functions";
import { screenlessLocale, screenlessPlugins } from "../engine/screenless";
import { type WorkbookParts, createWorkbook } from "../engine/workbook";
import { ownTimeZone } from "../engine/zone";
import { type WorkbookCopy, silentHost } from "../services/host";
import { createRealmHost } from "./browserRealm";
import { XLSX, download } from "./download";
import { drawingPlugin } from "./univer";

/** Opens a copy without a screen, and saves it as a file once the add-on has done its work on it. */
export function copyWorkbook(parts: Pick<WorkbookParts, "snapshot" | "code" | "pages">): WorkbookCopy {
  const copy = createWorkbook({
    ...parts,
    functions,
    host: silentHost,
    locale: screenlessLocale,
    plugins: (formulas) => [...drawingPlugin(), ...screenlessPlugins(formulas)],
    realmHost: createRealmHost(),
    timeZone: ownTimeZone(),
  });
  const file = () => `${copy.book.workbook.getName()}.xlsx`;
  const save = async () => {
    const { xlsxFromBook } = await import("../files/xlsxWrite");
    download(file(), XLSX, await xlsxFromBook(copy.book));
    copy.dispose();
  };
  setTimeout(() => void save());
  return {
    spreadsheet: copy.services.SpreadsheetApp.getActive(),
    url: () => `${file()} among your downloads`,
  };
}
