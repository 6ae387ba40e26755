import { broadcastingLaws } from "./broadcasting";
import { invarianceLaws } from "./invariance";
import type { Law } from "./law";
import { orderRowLaws } from "./orderRows";
import { rangeLaws } from "./ranges";
import { safetyLaws } from "./safety";

/** All that is tried on the functions: a little of it by the tests, as much as wanted by `npm run fuzz`. */
export const laws: readonly Law[] = [
  ...safetyLaws,
  ...broadcastingLaws,
  ...rangeLaws,
  ...orderRowLaws,
  ...invarianceLaws,
];
