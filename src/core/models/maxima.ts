import { type Minimum, type Objective, minimize } from "../math/minimize";
import { type UnitOfLast, isOutside } from "./limit";

/**
 * Logarithms of the last parameter, time in units of the longest observation, at which the others are fitted in turn. The
 * likelihoods have up to three maxima, which lie at different values of it: with as many one-time buyers explained by low
 * rates as by leaving at once, and with each of the two alone.
 */
const paths: Readonly<Record<UnitOfLast, readonly number[]>> = {
  none: [5, 3, 1.5, 0, -1.5, -3, -5, -8],
  time: [4, 2, 0.5, -1, -2.5, -4, -6, -9, -14, -22, -40, -70],
};
const last = 3;

/** Log-likelihood below the best of the path at which a maximum is not refined, and at how many points the path ends. */
const hopeless = 12;
const mostHopeless = 3;
const mostMaxima = 3;
/** Largest derivatives with which a point of the path and a rough maximum are good enough. */
const alongPath = 1e-3;
const roughly = 1e-4;
/** Distance in every coordinate within which two maxima are one. */
const same = 0.05;
/** Distance at which a point of the path has run away, and the next one starts afresh. */
const lost = 12;

const within = (value: number, reach: number) => Math.max(-reach, Math.min(reach, value));

interface Point extends Minimum {
  /** Whether the profile rises with the last parameter here. */
  readonly isRising: boolean;
}

/** The profile of the likelihood over the last parameter, of which the highest values are the likeliest places of maxima. */
function profile(
  objective: Objective,
  plain: readonly number[],
  customers: number,
  unitOfLast: UnitOfLast,
): Point[] {
  const afresh = (to: number) => [within(plain[0]!, 6), within(plain[1]!, 6), to - 1.5, to];
  const found: Point[] = [];
  let at = afresh(paths[unitOfLast][0]!);
  let least = Infinity;
  let worse = 0;
  for (const to of paths[unitOfLast]) {
    // Parameters that grow together, as where all drop out alike, keep their ratio.
    const follow = Math.max(-lost, at[2]! + (to >= 0 ? to - at[last]! : 0));
    const here = minimize(objective, [at[0]!, at[1]!, follow, to], {
      flat: alongPath,
      held: new Set([last]),
      isAway: (value) => Math.abs(value) > 120,
    });
    const slopes = [0, 0, 0, 0];
    objective(here.point, slopes);
    found.push({ ...here, isRising: slopes[last]! > 0 });
    at = here.point.some((value, k) => k < last && Math.abs(value) >= lost) ? afresh(to) : here.point.slice();
    least = Math.min(least, here.value);
    worse = (here.value - least) * customers > hopeless ? worse + 1 : 0;
    if (worse === mostHopeless) break;
  }
  return found;
}

/** The points next to which the profile has a minimum: by its values, and where its slope changes between two points. */
function lowest(path: readonly Point[]): Point[] {
  const valueAt = (index: number) => path[index]?.value ?? Infinity;
  return path.filter(({ value, isRising }, index) => {
    const [before, after] = [path[index - 1], path[index + 1]];
    const isLeast = value <= valueAt(index - 1) && value <= valueAt(index + 1);
    const turnsBefore = before?.isRising === true && !isRising && value <= before.value;
    const turnsAfter = isRising && after?.isRising === false && value <= after.value;
    return isLeast || turnsBefore || turnsAfter;
  });
}

/**
 * The likeliest rough maxima that differ, best first, of which `plain`, the fit without dropping out, is none: where the
 * profile over the last parameter has a maximum, with that parameter set free.
 */
export function roughMaxima(
  objective: Objective,
  plain: Minimum,
  customers: number,
  unitOfLast: UnitOfLast,
  leastGain: number,
): Minimum[] {
  const rough = lowest(profile(objective, plain.point, customers, unitOfLast))
    .filter(({ value }) => (plain.value - value) * customers > leastGain)
    .map(({ point }) => minimize(objective, point, { flat: roughly, isAway: isOutside(unitOfLast) }))
    .sort((one, other) => one.value - other.value);
  return rough
    .filter(({ value, point }, index) => {
      const isKnown = (other: Minimum) => other.point.every((at, k) => Math.abs(at - point[k]!) < same);
      return (value - rough[0]!.value) * customers < hopeless && !rough.slice(0, index).some(isKnown);
    })
    .slice(0, mostMaxima);
}
