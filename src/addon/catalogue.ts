import type { CatalogueSection } from "./documentation";

/** What the build wrote of the functions' documentation, which lies in a page of its own. */
export function catalogue(): readonly CatalogueSection[] {
  return JSON.parse(
    HtmlService.createHtmlOutputFromFile("Catalogue").getContent(),
  ) as readonly CatalogueSection[];
}
