import { calculateSynchronously } from "./calculation";
import { formatSpilledValues } from "./conditionalValues";
import { gatherFormulasOfOneSheet } from "./formulaData";
import { applyOnce } from "./internals";
import { sortOnlyCellsForLookups } from "./lookupIndex";
import { allowOpenRanges } from "./openRanges";
import { moveOpenRanges } from "./openRangeShift";
import { takeFormulasApartAnew } from "./parsing";

/**
 * Makes Univer behave as Sheets does.
 * @throws Error where the installed Univer lacks something a patch relies on.
 */
export function applyPatches({ synchronous }: { readonly synchronous: boolean }): void {
  applyOnce(
    allowOpenRanges,
    moveOpenRanges,
    takeFormulasApartAnew,
    sortOnlyCellsForLookups,
    formatSpilledValues,
    gatherFormulasOfOneSheet,
    ...(synchronous ? [calculateSynchronously] : []),
  );
}
