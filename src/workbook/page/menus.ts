import { messageOf } from "../engine/errors";
import type { Call } from "../engine/realm";
import type { MenuEntry } from "../services/host";
import { whileAtWork } from "./atWork";
import { dialogById } from "./element";
import { addMenu, type MenuItem } from "./menuBar";
import { toast } from "./toast";

/** The Extensions menu with what the add-on put into it, under the add-on's name. */
export function addExtensionsMenu(caption: string, entries: readonly MenuEntry[], call: Call): void {
  addMenu("Extensions", "N", [{ group: caption }, ...entries.flatMap((entry) => items(entry, call))]);
}

function items(entry: MenuEntry, call: Call): MenuItem[] {
  if ("entries" in entry)
    return [{ group: entry.caption }, ...entry.entries.flatMap((child) => items(child, call))];
  const run = () =>
    void whileAtWork(`${entry.caption}…`, () => {
      try {
        call(entry.functionName, []);
      } catch (thrown) {
        toast(messageOf(thrown), entry.caption);
      }
    });
  return [{ caption: entry.caption, run }];
}

/** The Help menu. */
export function addHelpMenu(): void {
  const about = dialogById("about");
  addMenu("Help", "H", [
    { caption: "Documentation", run: () => void window.open("docs/", "_blank") },
    { caption: "About this workbook", run: () => about.showModal() },
  ]);
}
