import { ILayoutService } from "@univerjs/preset-sheets-core";
import type { Workbook } from "../engine/workbook";
import { byId } from "./element";
import { MENU_LEFT } from "./menuBar";

/** Gives the keyboard back to the grid after a menu or a sheet's tab was used, as in Google Sheets. */
export function returnFocusToGrid({ api, injector }: Workbook): void {
  const focus = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    injector.get(ILayoutService).focus();
  };
  byId("menus").addEventListener(MENU_LEFT, focus);
  api.addEvent(api.Event.ActiveSheetChanged, focus);
}
