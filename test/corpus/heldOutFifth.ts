import { byHandLast } from "./heldOutFifthByHand";
import { furtherExports } from "./heldOutFifthMakers";
import { draftOf, type Sample, sampleOf } from "./sample";
import { sheetSample } from "./sheetSample";

export function heldOutFifth(): Sample[] {
  return [
    ...furtherExports.map((source, index) => sampleOf(draftOf(source, index + 700), "held out, fifth")),
    ...byHandLast.map(sheetSample),
  ];
}
