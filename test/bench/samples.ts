// Simulated customers that all benches of the models use.
import type { SpendParameters } from "../../src/core/models/gammaGamma";
import type { ModelName } from "../../src/core/models/models";
import type { Parameters } from "../../src/core/models/nbd";
import { chance } from "../support/histories";

/** Parameters near those of the CDNOW data, time in weeks. */
export const truth: Readonly<Record<ModelName, Parameters>> = {
  "bg/nbd": [0.243, 4.414, 0.793, 2.426],
  "mbg/nbd": [0.525, 6.183, 0.891, 1.614],
  "pareto/nbd": [0.553, 10.578, 0.606, 11.669],
};

export const spend: SpendParameters = [6.25, 3.74, 15.44];

export function simulatedSpends(customers: number): { x: number; z: number }[] {
  const random = chance(1);
  const [p, q, v] = spend;
  return Array.from({ length: customers }, () => {
    const x = 1 + Math.floor(random.exponential(0.5));
    return { x, z: random.gamma(p * x, x * random.gamma(q, v)) };
  });
}
