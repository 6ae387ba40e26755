import { IEditorService, IShortcutService, type IShortcutItem, KeyCode } from "@univerjs/preset-sheets-core";
import type { Workbook } from "../engine/workbook";

/** What Univer calls the keys of its list of functions while a formula is typed. */
const LIST_KEYS = "sheet.formula-embedding-editor.search_function.";

/**
 * Lets Enter and Tab take a function from the list only while the list is for what is being typed. It follows the
 * typing a moment later, and Enter after `=CLV(100, 36)` would replace CLV by what was offered when it was half typed.
 */
export function ignoreOutdatedSuggestions({ injector }: Workbook): void {
  const shortcuts = injector.get(IShortcutService);
  const editors = injector.get(IEditorService);
  const register = shortcuts.registerShortcut.bind(shortcuts);
  const isCurrent = () => nameBefore(editors) === searchedName();
  shortcuts.registerShortcut = (item: IShortcutItem) => {
    const takes = item.binding === KeyCode.ENTER || item.binding === KeyCode.TAB;
    return register(item.id.startsWith(LIST_KEYS) && takes ? { ...item, preconditions: isCurrent } : item);
  };
}

/** The name of a function, or its beginning, in front of the cursor of the cell's editor. */
function nameBefore(editors: IEditorService): string | undefined {
  const editor = editors.getFocusEditor();
  const text = editor?.getDocumentDataModel()?.getBody()?.dataStream ?? "";
  const cursor = editor?.getSelectionRanges()[0]?.startOffset ?? 0;
  return /[\p{L}_][\p{L}\d_.]*$/u.exec(text.slice(0, cursor))?.[0].toUpperCase();
}

/** What the list was made for: the part of its entries that it sets off. */
function searchedName(): string | undefined {
  const part = document.querySelector("[data-u-comp=sheets-formula-editor] li span > span");
  return part?.textContent?.toUpperCase();
}
