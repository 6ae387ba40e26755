import { byId, element } from "./element";

/** A line of a menu: something to do, a line between groups, or the caption of a group. */
export type MenuItem =
  | { readonly caption: string; readonly run: () => void }
  | "separator"
  | { readonly group: string };

/** The event of the menu bar's element when a menu was used or left by Escape. */
export const MENU_LEFT = "menuleft";

const bar = () => byId("menus");

/**
 * Adds a menu to the header, operated by mouse or keyboard as the ARIA menu bar pattern asks.
 * @param letter with Alt and Shift opens it, as in Google Sheets
 */
export function addMenu(caption: string, letter: string, items: readonly MenuItem[]): void {
  bar().setAttribute("role", "menubar");
  const button = element("button", { type: "button", textContent: caption });
  attributes(button, { role: "menuitem", "aria-haspopup": "true", "aria-expanded": "false" });
  button.setAttribute("aria-keyshortcuts", `Alt+Shift+${letter}`);
  const menu = element("div", { className: "menu" }, button);
  menu.setAttribute("role", "none");
  bar().append(menu);
  button.addEventListener("click", () => (isOpen(menu) ? close(menu) : open(menu, items)));
  menu.addEventListener("mouseenter", () => {
    const other = openMenu();
    if (other && other !== menu) open(menu, items);
  });
  menu.addEventListener("keydown", (event) => onKey(event, menu, items));
  addEventListener("keydown", (event) => {
    if (event.altKey && event.shiftKey && event.code === `Key${letter}`) open(menu, items);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target as Node)) close(menu);
  });
}

function open(menu: HTMLElement, items: readonly MenuItem[]): void {
  const other = openMenu();
  if (other) close(other);
  const list = element("ul", {}, ...items.map((item) => listItem(menu, item)));
  attributes(list, { role: "menu", "aria-label": buttonOf(menu).textContent ?? "" });
  menu.append(list);
  buttonOf(menu).setAttribute("aria-expanded", "true");
  list.querySelector("button")?.focus();
}

function close(menu: HTMLElement): void {
  menu.querySelector("ul")?.remove();
  buttonOf(menu).setAttribute("aria-expanded", "false");
}

function listItem(menu: HTMLElement, item: MenuItem): HTMLElement {
  if (item === "separator") return attributes(element("li"), { role: "separator" });
  if ("group" in item)
    return attributes(element("li", { className: "group" }, item.group), { role: "presentation" });
  const button = element("button", { type: "button", tabIndex: -1, textContent: item.caption });
  button.setAttribute("role", "menuitem");
  button.addEventListener("click", () => {
    close(menu);
    item.run();
    leave();
  });
  return attributes(element("li", {}, button), { role: "none" });
}

function onKey(event: KeyboardEvent, menu: HTMLElement, items: readonly MenuItem[]): void {
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (isOpen(menu) ? focusBy(menu, 1) : open(menu, items)),
    ArrowUp: () => focusBy(menu, -1),
    ArrowRight: () => toNeighbour(menu, 1),
    ArrowLeft: () => toNeighbour(menu, -1),
    Escape: () => {
      if (!isOpen(menu)) return leave();
      close(menu);
      buttonOf(menu).focus();
    },
  };
  const move = moves[event.key];
  if (event.key === "Tab") close(menu);
  // Otherwise the grid would move its selection as well.
  event.stopPropagation();
  if (!move) return;
  event.preventDefault();
  move();
}

function focusBy(menu: HTMLElement, step: number): void {
  const buttons = [...menu.querySelectorAll<HTMLElement>("ul button")];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  buttons.at((at + step) % buttons.length)?.focus();
}

function toNeighbour(menu: HTMLElement, step: number): void {
  const menus = [...bar().children] as HTMLElement[];
  const next = menus.at((menus.indexOf(menu) + step) % menus.length)!;
  const wasOpen = isOpen(menu);
  close(menu);
  if (wasOpen) buttonOf(next).click();
  else buttonOf(next).focus();
}

/** Tells the page that the keyboard is no longer needed here. */
function leave(): void {
  bar().dispatchEvent(new Event(MENU_LEFT));
}

const buttonOf = (menu: HTMLElement) => menu.querySelector("button")!;
const isOpen = (menu: HTMLElement) => menu.querySelector("ul") !== null;
const openMenu = () => bar().querySelector<HTMLElement>(".menu:has(ul)");

function attributes<Type extends HTMLElement>(target: Type, values: Readonly<Record<string, string>>): Type {
  for (const [name, value] of Object.entries(values)) target.setAttribute(name, value);
  return target;
}
