// What would change a value, for those who ask before anything is written.
export { betterByEach } from "../core/whatIf/better";
export { type Drivers, worthOf } from "../core/whatIf/drivers";
export { type HorizonNeed, changesOfHorizon, needsOfHorizon, ofHorizon } from "../core/whatIf/horizon";
export { type Changes, changed, roomOf } from "../core/whatIf/scenarios";
export { isReached, needsFor } from "../core/whatIf/target";
