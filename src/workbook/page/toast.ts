import { byId, element } from "./element";

/** Shows a passing message in place of an earlier one of its title; negative seconds leave it until it is clicked. */
export function toast(message: string, title = "", seconds = 5): void {
  const box = element("div", { className: "toast" });
  if (title) box.append(element("b", { textContent: title }));
  box.append(message);
  box.addEventListener("click", () => box.remove());
  for (const other of byId("toasts").children)
    if (title && other.firstElementChild?.textContent === title) other.remove();
  byId("toasts").append(box);
  if (seconds >= 0) setTimeout(() => box.remove(), seconds * 1000);
}

const LATER = "say-after-reload";

/** Leaves a message for the page that is loaded next in this browser tab. */
export function sayAfterReload(message: string): void {
  sessionStorage.setItem(LATER, message);
}

/** Says what was left for after the reload. */
export function sayWhatWasLeft(): void {
  const message = sessionStorage.getItem(LATER);
  sessionStorage.removeItem(LATER);
  if (message) toast(message, "", 12);
}
