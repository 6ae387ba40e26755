import { freeze } from "./freeze/freeze";
import { useNative } from "./useNative";
import { prepareCopy } from "./share/share";
import { thaw } from "./freeze/thaw";
import { addToHistory } from "./history/history";
import { buildReportFromMenu } from "./report/menu";
import { runSelfTest } from "./selfTest/selfTest";
import { updateData } from "./updateData";
import { type Tell, withProgress } from "./progress";
import { refusal } from "../core/refusal";
import type { SharingStep } from "./protocol";
import { quotedTab } from "../recipe/tabName";

const spreadsheet = () => SpreadsheetApp.getActive();

function freezeTab(tell: Tell): string {
  const sheet = spreadsheet().getActiveSheet();
  return freeze([sheet], `on the tab ${quotedTab(sheet.getName())}`, tell);
}

function askAndPrepareCopy(tell: Tell): string {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.alert(
    "Make a copy to share",
    "Leave out individual customers and groups under 5, and whatever CLV does not understand? Choose No to copy everything, with values in place of CLV formulas",
    ui.ButtonSet.YES_NO_CANCEL,
  );
  if (answer !== ui.Button.YES && answer !== ui.Button.NO) return "No copy was made";
  return prepareCopy({ withoutCustomers: answer === ui.Button.YES }, tell);
}

/** What the menu items do; each says what it is at, and returns a message for the person. */
const items: Readonly<Record<string, (tell: Tell) => string>> = {
  addToHistory,
  buildReport: buildReportFromMenu,
  prepareCopyToShare: askAndPrepareCopy,
  freezeFormulas: (tell) => freeze(spreadsheet().getSheets(), "in this spreadsheet", tell),
  freezeTab,
  selfTest: runSelfTest,
  thawFormulas: thaw,
  updateData,
  useNativeFormulas: (tell) => useNative(spreadsheet().getActiveSheet(), null, tell),
  useNativeInSelection: (tell) =>
    useNative(spreadsheet().getActiveSheet(), spreadsheet().getActiveRange(), tell),
};

/** What the sidebar offers of them. */
const offered: readonly SharingStep[] = [
  "freezeFormulas",
  "thawFormulas",
  "useNativeFormulas",
  "addToHistory",
];

/** Does one of the steps that the sidebar offers. */
export function sharingStep(step: SharingStep): string {
  if (!offered.includes(step))
    throw refusal(`step must be one that the sidebar offers, got ${JSON.stringify(step)}`);
  return withProgress("CLV", items[step]!);
}

/** Does what a menu item says, and tells the outcome. */
export function choose(item: string): void {
  const message = withProgress("CLV", items[item]!);
  SpreadsheetApp.getUi().alert(message);
}
