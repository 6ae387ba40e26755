import { byHandAtLast } from "./heldOutSixthByHand";
import { lastExports } from "./heldOutSixthMakers";
import { draftOf, type Sample, sampleOf } from "./sample";
import { sheetSample } from "./sheetSample";

export function heldOutSixth(): Sample[] {
  return [
    ...lastExports.map((source, index) =>
      sampleOf(draftOf(source, index + 900), "held out, sixth", {
        above: index % 4 === 2 ? [["Report"], ["Created", { date: "2026-01-31" }], []] : [],
      }),
    ),
    ...byHandAtLast.map(sheetSample),
  ];
}
