import { byHand } from "./heldOutByHand";
import { invoicesOfMakers, shopsAndTills } from "./heldOutMakers";
import { customersDealsAndSpend, paymentsAndBilling } from "./heldOutServices";
import { tablesToBeLeft } from "./heldOutTraps";
import { draftOf, type Sample, sampleOf } from "./sample";
import { sheetSample } from "./sheetSample";

export function heldOutThird(): Sample[] {
  const exports = [
    ...shopsAndTills,
    ...invoicesOfMakers,
    ...paymentsAndBilling,
    ...customersDealsAndSpend,
    ...tablesToBeLeft,
  ];
  return [
    ...exports.map((source, index) => sampleOf(draftOf(source, index + 300), "held out, third")),
    ...byHand.map(sheetSample),
  ];
}
