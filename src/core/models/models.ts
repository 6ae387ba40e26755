import { bgNbd } from "./bgNbd";
import { mbgNbd } from "./mbgNbd";
import { paretoNbd } from "./paretoNbd";

export const models = { "bg/nbd": bgNbd, "mbg/nbd": mbgNbd, "pareto/nbd": paretoNbd } as const;

export type ModelName = keyof typeof models;

export const modelNames = Object.keys(models) as readonly ModelName[];
