import type { CatalogueSection } from "./documentation";
import { pageText } from "./page";

/** What the build wrote of the functions' documentation, which lies in a page of its own. */
export function catalogue(): readonly CatalogueSection[] {
  return JSON.parse(pageText("Catalogue")) as readonly CatalogueSection[];
}
