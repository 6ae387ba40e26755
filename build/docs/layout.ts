// The frame around a page: head, navigation, contents, and the pages before and after it.
import { escaped } from "./html";
import type { Group } from "./navigation";
import { type Page, htmlPath } from "./pages";

const product = "CLV for Google Sheets";

const mark =
  '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="6"/><path d="M8 23V17M16 23V12M24 23V7"/></svg>';
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%23188038'/%3E%3Cpath d='M8 23V17M16 23V12M24 23V7' stroke='%23fff' stroke-width='4' stroke-linecap='round'/%3E%3C/svg%3E";

export interface Frame {
  readonly groups: readonly Group[];
  /** Titles by the paths of the pages' sources. */
  readonly titles: ReadonlyMap<string, string>;
  readonly version: string;
  /** Pages that are about the same, by the paths of their sources. */
  readonly related: readonly string[];
}

export function layout(page: Page, { groups, titles, version, related }: Frame): string {
  const up = "../".repeat(page.path.split("/").length - 1);
  const own = page.source.path;
  const linkTo = (path: string, attributes = "") =>
    `<a href="${up}${htmlPath(path)}"${attributes}>${escaped(titles.get(path) ?? path)}</a>`;
  const item = (path: string) => `<li>${linkTo(path, path === own ? ' aria-current="page"' : "")}</li>`;
  const list = ({ title, pages }: Group, isOpen: boolean) =>
    `<details${isOpen ? " open" : ""}><summary>${escaped(title)}</summary><ul>${pages.map(item).join("")}</ul></details>`;
  const navigation = groups.map((group) =>
    group.isSection
      ? `<div class="section">${list(group, group.pages.includes(own))}</div>`
      : `<div class="group"><p>${escaped(group.title)}</p><ul>${group.pages.map(item).join("")}</ul></div>`,
  );
  const order = groups.flatMap(({ pages }) => pages);
  const at = order.indexOf(own);
  const neighbour = (path: string | undefined, rel: string, caption: string) =>
    path
      ? `<a rel="${rel}" href="${up}${htmlPath(path)}"><small>${caption}</small>${escaped(titles.get(path) ?? path)}</a>`
      : "<span></span>";
  const seconds = page.headings.filter(({ level }) => level === 2);
  const contents = seconds
    .map(({ id, text }) => `<li><a href="#${escaped(id)}">${escaped(text)}</a></li>`)
    .join("");
  const also = related.length
    ? `<section class="also"><h2 id="read-on">Read on</h2><ul>${related.map((path) => `<li>${linkTo(path)}</li>`).join("")}</ul></section>`
    : "";
  const isHome = page.path === "index.html";
  const kind = isHome ? "home" : page.path.startsWith("functions/CLV") ? "function" : "text";
  return `<!doctype html>
<html lang="en" data-up="${up}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${isHome ? product : `${escaped(page.title)} · ${product}`}</title>
<meta name="description" content="${escaped(page.summary)}">
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${up}docs.css">
<script src="${up}docs.js"></script>
<noscript><style>.search, header button { display: none !important } #navigation { display: block !important; position: static !important; max-height: none }</style></noscript>
</head>
<body class="${kind}">
<a class="skip" href="#content">Skip to content</a>
<header>
<button id="menu" type="button" aria-expanded="false" aria-controls="navigation"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 6H21M3 12H21M3 18H21"/></svg>Pages</button>
<a class="product" href="${up}index.html">${mark}<span>${product}</span></a>
<div class="search" role="search"><input id="search" type="search" placeholder="Search" aria-label="Search the pages" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list"><kbd aria-hidden="true">/</kbd><ul id="found" role="listbox" aria-label="Pages found" hidden></ul><p id="found-count" class="unseen" role="status"></p></div>
<button id="theme" type="button" aria-label="Change between light and dark"><svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/></svg></button>
</header>
<div class="columns">
<nav id="navigation" aria-label="Pages">${navigation.join("")}</nav>
<main id="content" tabindex="-1">
<article>
${page.html}${also}</article>
<nav class="turn" aria-label="Next and previous page">${neighbour(order[at - 1], "prev", "Before")}${neighbour(order[at + 1], "next", "Next")}</nav>
<footer>${product} ${escaped(version)} · Apache License 2.0</footer>
</main>
${contents && !isHome ? `<aside aria-labelledby="contents"><p id="contents">On this page</p><ul>${contents}</ul></aside>` : ""}
</div>
</body>
</html>
`;
}
