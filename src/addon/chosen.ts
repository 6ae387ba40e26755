import { freeze } from "./frozen/freeze";
import { thaw } from "./frozen/thaw";
import { buildReportFromMenu } from "./reportMenu";
import { runSelfTest } from "./selfTest";
import { quotedTab } from "../recipe/tabName";

const spreadsheet = () => SpreadsheetApp.getActive();

function freezeTab(): string {
  const sheet = spreadsheet().getActiveSheet();
  return freeze([sheet], `on the tab ${quotedTab(sheet.getName())}`);
}

/** What the menu items do; each answers with what to tell. */
const items: Readonly<Record<string, () => string>> = {
  buildReport: buildReportFromMenu,
  freezeFormulas: () => freeze(spreadsheet().getSheets(), "in this spreadsheet"),
  freezeTab,
  thawFormulas: thaw,
  selfTest: runSelfTest,
};

/** Does what a menu item says. */
export function choose(item: string): void {
  SpreadsheetApp.getUi().alert(items[item]!());
}
