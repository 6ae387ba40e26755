import type { Drivers } from "./drivers";
import { type Changeable, type Changes, roomOf, today } from "./scenarios";

/** By what share a driver is better, where nobody says by how much. */
export const usualShare = 0.1;

/** The drivers that can get better, in the order in which they are told. */
const drivers = ["revenue", "upsell", "churn", "margin", "cac"] as const;

const isCost = (what: Changeable) => what === "churn" || what === "cac";

/** Those of the drivers that are known. */
const knownDrivers = (of: Drivers) => drivers.filter((what) => today(of, what) !== undefined);

/** The change that makes a driver better by a share: costs fall, all else rises, a margin no further than to 100%. */
export const better = (of: Drivers, what: Changeable, share: number): number =>
  isCost(what) ? -share : Math.min(share, roomOf(of, what).most);

/** Each known driver better by a share, then all of them together. */
export function betterByEach(of: Drivers, share: number): Changes[] {
  const known = knownDrivers(of);
  const alone = known.map((what): Changes => ({ [what]: better(of, what, share) }));
  return [...alone, Object.assign({}, ...alone) as Changes];
}
