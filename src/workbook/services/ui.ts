import type { HtmlOutput } from "./html";
import type { Host, MenuEntry } from "./host";

/** The name under which Sheets lists the add-on in its Extensions menu. */
const ADDON_NAME = "CLV";

const Button = { OK: "OK", CANCEL: "CANCEL", YES: "YES", NO: "NO" };
const ButtonSet = { OK: "OK", OK_CANCEL: "OK_CANCEL", YES_NO: "YES_NO", YES_NO_CANCEL: "YES_NO_CANCEL" };

/** The part of Apps Script's Ui which the add-on uses. */
export function createUi(host: Host) {
  return {
    Button,
    ButtonSet,
    createMenu: (caption: string) => createMenu(host, caption),
    createAddonMenu: () => createMenu(host, ADDON_NAME),
    showSidebar: (page: HtmlOutput) => host.showSidebar({ title: page.getTitle(), content: page.internal }),
    alert: (...parts: string[]) => {
      const [title, message, buttons] = alertParts(parts);
      return host.alert(title, message, buttons);
    },
  };
}

/** Apps Script's three forms: (message), (message, buttons), (title, message, buttons). */
function alertParts(parts: readonly string[]): [title: string, message: string, buttons: string] {
  const [first = "", second = "", third] = parts;
  if (third !== undefined) return [first, second, third];
  return ["", first, second || ButtonSet.OK];
}

interface Menu {
  readonly addItem: (caption: string, functionName: string) => Menu;
  readonly addSubMenu: (menu: Menu) => Menu;
  readonly addToUi: () => void;
  readonly internal: { readonly caption: string; readonly entries: MenuEntry[] };
}

function createMenu(host: Host, caption: string): Menu {
  const entries: MenuEntry[] = [];
  const add = (entry: MenuEntry) => {
    entries.push(entry);
    return menu;
  };
  const menu: Menu = {
    internal: { caption, entries },
    addItem: (text, functionName) => add({ caption: text, functionName }),
    addSubMenu: (child) => add(child.internal),
    addToUi: () => host.showMenu(caption, entries),
  };
  return menu;
}
