// oxlint-disable-next-line import/no-unassigned-import -- a style sheet
import "./page.css";
import { CommandType } from "@univerjs/core";
import { createWorkbook, type Workbook } from "../engine/workbook";
import { ownTimeZone } from "../engine/zone";
import { functions } from "../../functions";
import type { Host } from "../services/host";
import { createRealmHost } from "./browserRealm";
import { showAsSheets } from "./cellDisplay";
import { showCharts } from "./charts/showCharts";
import { drawn, sayAtWork } from "./atWork";
import { copyWorkbook } from "./copyWorkbook";
import { explainErrors } from "./cellErrors";
import { showConditionalFormats } from "./conditionalFormats";
import { byId } from "./element";
import { addFileMenu } from "./fileMenu";
import { returnFocusToGrid } from "./gridFocus";
import { createKeeper } from "./keeper";
import { addExtensionsMenu, addHelpMenu } from "./menus";
import { serveSidebar, showSidebar } from "./sidebar";
import { freshSample } from "./sampleWorkbook";
import { rememberSheet } from "./sheetInAddress";
import { offerRescue } from "./rescue";
import { keptWorkbook } from "./store";
import { ignoreOutdatedSuggestions } from "./suggestions";
import { sayWhatWasLeft, toast } from "./toast";
import { pageLocale, pagePlugins } from "./univer";

offerRescue();
const [code, Sidebar, Catalogue, Server, kept] = await Promise.all([
  text("Code.js"),
  text("Sidebar.html"),
  text("Catalogue.html"),
  text("Server.html"),
  keptWorkbook(),
]);
sayAtWork(kept ? "Opening your workbook…" : "Calculating the sample workbook…");
await drawn();
const pages = { Sidebar, Catalogue, Server };
const host: Host = {
  showMenu: (caption, entries) => addExtensionsMenu(caption, entries, workbook.call),
  showSidebar,
  alert: (title, message, buttons) => ask([title, message].filter(Boolean).join("\n\n"), buttons),
  toast,
  copy: (snapshot) => copyWorkbook({ snapshot, code, pages }),
};
const workbook: Workbook = createWorkbook({
  code,
  functions,
  host,
  pages,
  realmHost: createRealmHost(),
  timeZone: ownTimeZone(),
  snapshot: kept?.snapshot ?? freshSample(),
  locale: pageLocale,
  plugins: (formulas) => pagePlugins("workbook", formulas),
});

// For the browser's console, and for tests: the grid is a canvas, which neither can read.
Object.assign(window, { workbook });

const keeper = createKeeper(
  () => workbook.book.workbook.save(),
  kept?.edited ?? false,
  warnOfLoss,
  warnOfOther,
);
addFileMenu(workbook, keeper);
serveSidebar(workbook.answer);
addAddonMenu();
addHelpMenu();
sayAtWork("Drawing the spreadsheet…");
showAsSheets(workbook);
showConditionalFormats(workbook);
explainErrors(workbook);
rememberSheet(workbook);
returnFocusToGrid(workbook);
ignoreOutdatedSuggestions(workbook);
document.title = byId("name").textContent = workbook.book.workbook.getName();
const { api } = workbook;
api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
  if (stage === api.Enum.LifecycleStages.Rendered) start();
});

function start(): void {
  api.addEvent(api.Event.CommandExecuted, (event) => {
    // Results of formulas are local: they are calculated again at load.
    const { onlyLocal, fromFormula } = event.options ?? {};
    if (event.type === CommandType.MUTATION && !onlyLocal && !fromFormula) keeper.changed();
  });
  showCharts(workbook);
  sayWhatWasLeft();
  sayAtWork("");
  document.body.dataset["ready"] = "true";
}

function addAddonMenu(): void {
  try {
    workbook.call("onOpen", [{ authMode: "LIMITED" }]);
  } catch (thrown) {
    toast(String(thrown), "The add-on's menu could not be built", -1);
  }
}

async function text(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response.text();
}

/** Apps Script's Ui.alert waits for the answer, as only the browser's own boxes do; they have two buttons. */
function ask(message: string, buttons: string): string {
  if (buttons === "OK") alert(message);
  const agreed = buttons === "OK" || confirm(message);
  if (!buttons.startsWith("YES")) return agreed ? "OK" : "CANCEL";
  if (agreed) return "YES";
  return buttons === "YES_NO" || confirm(`${message}\n\nOK here means No; Cancel stops.`) ? "NO" : "CANCEL";
}

function warnOfOther(): void {
  toast(
    "Changes here are not kept. Use that tab, or close it and reload this one.",
    "This workbook is open in another tab",
    -1,
  );
}

/** Said once: every later change would fail in the same way. */
function warnOfLoss(): void {
  if (document.body.dataset["unkept"]) return;
  document.body.dataset["unkept"] = "true";
  toast("Use File › Save as .xlsx before you close it.", "This browser does not keep the workbook", -1);
}
