import { isRefusal } from "../core/refusal";

/** Puts the function's name in front of what it tells the person at the cell. */
export function named<T>(name: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    throw isRefusal(error) ? new Error(`${name}: ${error.message}`) : error;
  }
}
