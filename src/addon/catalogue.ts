import type { CatalogueSection } from "./documentation";
import { pageText } from "./page";

/** The functions' documentation as the build wrote it, on a page of its own. */
export function catalogue(): readonly CatalogueSection[] {
  return JSON.parse(pageText("Catalogue")) as readonly CatalogueSection[];
}
