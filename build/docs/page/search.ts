import MiniSearch, { type SearchResult } from "minisearch";
import { type Part, searchOptions } from "../searchOptions";

declare global {
  interface Window {
    /** What search-index.js holds. */
    docsIndex: string;
  }
}

const most = 8;

/** The index, which a page loads when somebody begins to search. */
function loadIndex(up: string): Promise<MiniSearch<Part>> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = `${up}search-index.js`;
    script.addEventListener("load", () =>
      resolve(MiniSearch.loadJSON<Part>(window.docsIndex, searchOptions)),
    );
    document.head.append(script);
  });
}

/** Parts that have all the words, then those that have most of them; no more than two of one page. */
function found(index: MiniSearch<Part>, words: string): SearchResult[] {
  const strict = index.search(words, { combineWith: "AND" });
  const known = new Set(strict.map(({ id }) => id as string));
  const all = [...strict, ...index.search(words).filter(({ id }) => !known.has(id as string))];
  const ofPage = new Map<string, number>();
  return all
    .filter(({ page }) => {
      const before = ofPage.get(page as string) ?? 0;
      ofPage.set(page as string, before + 1);
      return before < 2;
    })
    .slice(0, most);
}

export function searchBox(up: string): void {
  const input = document.getElementById("search") as HTMLInputElement;
  const list = document.getElementById("found")!;
  const count = document.getElementById("found-count")!;
  let loading: Promise<MiniSearch<Part>> | undefined;
  const load = () => (loading ??= loadIndex(up));
  const options = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const chosen = () => list.querySelector<HTMLElement>("[aria-selected=true]");

  function close(): void {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(option: HTMLElement | undefined): void {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function show(results: readonly SearchResult[]): void {
    list.replaceChildren(
      ...results.map(({ id, title, page }, index) => {
        const option = document.createElement("li");
        option.id = `found-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset["href"] = up + (id as string);
        option.append(title as string);
        if (!(title as string).startsWith(page as string)) {
          const small = document.createElement("small");
          small.textContent = page as string;
          option.append(small);
        }
        option.addEventListener("click", () => open(option));
        return option;
      }),
    );
    const isEmpty = results.length === 0;
    count.textContent = isEmpty ? "Nothing found" : `${results.length} found`;
    count.classList.toggle("unseen", !isEmpty);
    list.hidden = isEmpty;
    input.setAttribute("aria-expanded", String(!isEmpty));
    choose(options()[0]);
  }

  function open(option: HTMLElement): void {
    close();
    location.href = option.dataset["href"]!;
  }

  async function search(): Promise<void> {
    const words = input.value.trim();
    if (!words) {
      count.textContent = "";
      count.classList.add("unseen");
      return close();
    }
    const index = await load();
    if (input.value.trim() === words) show(found(index, words));
  }

  const move = (step: number) => {
    const all = options();
    const at = all.indexOf(chosen()!);
    choose(all[(at + step + all.length) % all.length]);
  };

  input.addEventListener("focus", () => void load());
  input.addEventListener("input", () => void search());
  input.addEventListener("keydown", (event) => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => chosen() && open(chosen()!),
      Escape: close,
    };
    const act = keys[event.key];
    if (!act || list.hidden) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!(event.target as Element).closest(".search")) close();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = (event.target as Element).closest("input, textarea");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
