import type { CustomFunction } from "../sheet/customFunction";

/** Custom functions that belong together in the documentation. */
export interface Section {
  readonly title: string;
  readonly functions: readonly CustomFunction[];
}
