import { freeze } from "./freeze/freeze";
import { useNative } from "./useNative";
import { isCopyToShare, prepareCopy } from "./share/share";
import { thaw } from "./freeze/thaw";
import { addToHistory } from "./history/history";
import { buildReportFromMenu } from "./report/menu";
import { runSelfTest } from "./selfTest/selfTest";
import { updateData } from "./updateData";
import { type Tell, withProgress } from "./progress";
import { alone } from "./lock";
import { stoppedWords } from "./stopped";
import { refusal } from "../core/refusal";
import type { CopyOptions, SharingStep } from "./protocol";
import { cellTabs, openTab } from "./spreadsheet/sheets";
import { quotedTab } from "../sheet/a1";

function freezeTab(tell: Tell): string {
  const sheet = openTab();
  return freeze([sheet], `on the tab ${quotedTab(sheet.getName())}`, tell);
}

const itself = "By its name, this spreadsheet is itself a copy to share: the change is permanent. ";

function askAndPrepareCopy(tell: Tell): string {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.alert(
    "Make a copy to share",
    (isCopyToShare() ? itself : "") +
      "Leave out individual customers, groups under 5, and anything CLV does not recognise? Choose No to keep everything, with values in place of CLV formulas",
    ui.ButtonSet.YES_NO_CANCEL,
  );
  if (answer !== ui.Button.YES && answer !== ui.Button.NO) return "Nothing was changed, and no copy was made";
  return prepareCopy({ withoutCustomers: answer === ui.Button.YES }, tell);
}

/** Makes a copy as the sidebar asks, which needs a word first where it changes the spreadsheet itself. */
export function copyAsAsked(options: CopyOptions): string {
  const ui = SpreadsheetApp.getUi();
  const { YES_NO } = ui.ButtonSet;
  if (isCopyToShare() && ui.alert("Make a copy to share", `${itself}Go on?`, YES_NO) !== ui.Button.YES)
    return "Nothing was changed, and no copy was made";
  return withProgress((tell) => prepareCopy(options, tell));
}

/** An item of the menu. */
interface Item {
  /** What it is called where it stopped. */
  readonly title: string;
  /** Says what it is at, and returns a message for the person. */
  readonly run: (tell: Tell) => string;
  /** What has become of the spreadsheet where it stopped halfway, and what to do. */
  readonly after: string;
}

const restore = "No formula is lost: choose Restore CLV formulas to bring them all back, then try again";
const again = (caption: string) => `Choose ${caption} again: it starts over, and nothing else was changed`;

const items: Readonly<Record<string, Item>> = {
  addToHistory: { title: "Add to CLV History", run: addToHistory, after: again("Add to CLV History") },
  buildReport: { title: "Build report", run: buildReportFromMenu, after: again("Build report") },
  prepareCopyToShare: {
    title: "Make a copy to share",
    run: askAndPrepareCopy,
    after:
      "If a copy was made, do not share it: delete it, and make another one. Your own spreadsheet was not changed",
  },
  freezeFormulas: {
    title: "Turn CLV formulas into values",
    run: (tell) => freeze(cellTabs(), "in this spreadsheet", tell),
    after: restore,
  },
  freezeTab: { title: "Turn CLV formulas of this tab into values", run: freezeTab, after: restore },
  selfTest: {
    title: "Check CLV in this spreadsheet",
    run: runSelfTest,
    after: again("Check CLV in this spreadsheet"),
  },
  thawFormulas: {
    title: "Restore CLV formulas",
    run: thaw,
    after: "No formula is lost: choose Restore CLV formulas again to bring back the rest",
  },
  updateData: { title: "Update CLV Data", run: updateData, after: again("Update CLV Data") },
  useNativeFormulas: {
    title: "Replace with built-in formulas",
    run: (tell) => useNative(openTab(), null, tell),
    after: restore,
  },
  useNativeInSelection: {
    title: "Replace with built-in formulas",
    run: (tell) => useNative(openTab(), openTab().getActiveRange(), tell),
    after: restore,
  },
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
  const { title, run, after } = items[step]!;
  try {
    return withProgress(run);
  } catch (error) {
    throw refusal(stoppedWords(title, error, after));
  }
}

/** Items that change nothing here, and may ask first while others work. */
const changesNothing = "prepareCopyToShare";

function outcomeOf(item: string): string {
  const { title, run, after } = items[item]!;
  const work = () =>
    withProgress((tell) => {
      const message = run(tell);
      SpreadsheetApp.flush();
      return message;
    });
  try {
    return item === changesNothing ? work() : alone(work);
  } catch (error) {
    return stoppedWords(title, error, after);
  }
}

/** Does what a menu item says, and tells the outcome, also where Sheets refused. */
export const choose = (item: string): void => void SpreadsheetApp.getUi().alert(outcomeOf(item));
