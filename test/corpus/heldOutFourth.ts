import { byHandLater } from "./heldOutFourthByHand";
import { foundExports, foundServices } from "./heldOutFourthMakers";
import { draftOf, type Sample, sampleOf } from "./sample";
import { sheetSample } from "./sheetSample";

export function heldOutFourth(): Sample[] {
  return [
    ...[...foundExports, ...foundServices].map((source, index) =>
      sampleOf(draftOf(source, index + 500), "held out, fourth", {
        above: index % 3 === 1 ? [["Export"], []] : [],
      }),
    ),
    ...byHandLater.map(sheetSample),
  ];
}
