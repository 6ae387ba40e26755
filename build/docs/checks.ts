// What fails a build of the pages, each as "file:line: what is wrong".
import { existsSync } from "node:fs";
import { posix } from "node:path";
import { type Fault, type Page, faultText, htmlPath } from "./pages";
import type { Group } from "./navigation";
import { isElsewhere } from "./render";

/** Links and images of all pages that lead nowhere. */
export function deadLinks(pages: readonly Page[], folder: string): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return pages.flatMap((page) => {
    const at = (target: string) => posix.join(posix.dirname(page.path), target);
    const links = page.links.flatMap(({ target, line }): Fault[] => {
      if (isElsewhere(target)) return [];
      const [file, anchor] = target.split("#") as [string, string?];
      const found = byPath.get(file === "" ? page.path : htmlPath(at(file)));
      if (!found) return [{ line, what: `the link ${target} leads nowhere` }];
      if (anchor === undefined || found.headings.some(({ id }) => id === anchor)) return [];
      return [
        { line, what: `the link ${target} leads to a heading that ${found.source.file} does not have` },
      ];
    });
    const images = page.images.flatMap(({ target, line }): Fault[] =>
      existsSync(posix.join(folder, at(target))) ? [] : [{ line, what: `the image ${target} is not there` }],
    );
    return [...links, ...images].map((fault) => faultText(page.source, fault));
  });
}

/** Links and images of a file outside the folder of the pages, such as the README, that lead nowhere. */
export function deadLinksOfFile(page: Page, pages: readonly Page[]): string[] {
  const known = new Map(pages.map((one) => [one.source.file, one]));
  return [...page.links, ...page.images].flatMap(({ target, line }) => {
    if (isElsewhere(target)) return [];
    const [path, anchor] = target.split("#") as [string, string?];
    const file = path === "" ? page.source.file : posix.join(posix.dirname(page.source.file), path);
    const headings = (known.get(file) ?? (path === "" ? page : undefined))?.headings;
    const isThere = existsSync(file) && (anchor === undefined || headings?.some(({ id }) => id === anchor));
    return isThere ? [] : [faultText(page.source, { line, what: `the link ${target} leads nowhere` })];
  });
}

/** Pages that the navigation does not lead to, and entries of it that lead to none. */
export function strayPages(pages: readonly Page[], groups: readonly Group[], file: string): string[] {
  const listed = groups.flatMap((group) => group.pages);
  const paths = pages.map(({ source }) => source.path);
  const twice = listed.filter((path, index) => listed.indexOf(path) < index);
  return [
    ...pages
      .filter(({ source }) => !listed.includes(source.path))
      .map(({ source }) => faultText(source, { line: 1, what: `the page is in no group of ${file}` })),
    ...listed.filter((path) => !paths.includes(path)).map((path) => `${file}: ${path} is no page`),
    ...twice.map((path) => `${file}: ${path} is listed twice`),
  ];
}

/** What is wrong within the pages. */
export const pageFaults = (pages: readonly Page[]): string[] =>
  pages.flatMap(({ source, faults }) => faults.map((fault) => faultText(source, fault)));
