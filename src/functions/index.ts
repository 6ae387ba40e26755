import type { CustomFunction } from "../sheet/customFunction";

export interface Section {
  readonly title: string;
  readonly functions: readonly CustomFunction[];
}

export const sections: readonly Section[] = [];

export const functions: readonly CustomFunction[] = sections.flatMap((section) => section.functions);
