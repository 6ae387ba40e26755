// What the pages do in the browser: light and dark, the folded navigation, search, copying formulas.
import { searchBox } from "./search";

const root = document.documentElement;
const themeKey = "clv-docs-theme";

/** A page opened as a file may be refused its storage. */
function kept(): string | null {
  try {
    return localStorage.getItem(themeKey);
  } catch {
    return null;
  }
}

function keep(theme: string): void {
  try {
    localStorage.setItem(themeKey, theme);
  } catch {
    // Then the next page follows the system again.
  }
}

// Before anything is drawn, so that no page flashes.
const theme = kept();
if (theme === "dark" || theme === "light") root.dataset["theme"] = theme;

function changeTheme(): void {
  const chosen = root.dataset["theme"];
  const isDark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset["theme"] = isDark ? "light" : "dark";
  keep(root.dataset["theme"]);
}

function foldNavigation(): void {
  const button = document.getElementById("menu")!;
  const show = (isOpen: boolean) => {
    root.classList.toggle("navigating", isOpen);
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) scrollNavigation();
  };
  button.addEventListener("click", () => show(!root.classList.contains("navigating")));
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !root.classList.contains("navigating")) return;
    show(false);
    button.focus();
  });
}

/** The entry of the page in view, where the navigation is longer than the window. */
function scrollNavigation(): void {
  const navigation = document.getElementById("navigation")!;
  const current = navigation.querySelector<HTMLElement>("[aria-current]");
  if (current) navigation.scrollTop = Math.max(0, current.offsetTop - navigation.clientHeight / 3);
}

/** What is wider than its room can be scrolled by keyboard. */
function reachWide(): void {
  for (const wide of document.querySelectorAll<HTMLElement>(".table, .math, .line code, pre")) {
    if (wide.scrollWidth > wide.clientWidth || wide.scrollHeight > wide.clientHeight) wide.tabIndex = 0;
    else wide.removeAttribute("tabindex");
  }
}

async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(text);
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = "Copy"), 1500);
}

/** A button beside each formula that copies it. */
function offerCopies(): void {
  if (!navigator.clipboard) return;
  for (const line of document.querySelectorAll(".sheet:not(.signature) .line")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy the formula");
    button.addEventListener("click", () => void copy(line.querySelector("code")!.textContent, button));
    line.append(button);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("theme")!.addEventListener("click", changeTheme);
  foldNavigation();
  scrollNavigation();
  offerCopies();
  reachWide();
  addEventListener("resize", reachWide);
  searchBox(root.dataset["up"]!);
});
