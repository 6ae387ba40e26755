import type { BaseFunction } from "@univerjs/engine-formula";

/** A class of function as Univer registers it, and its name in a cell. */
export type FunctionEntry = [new (name: string) => BaseFunction, string];
