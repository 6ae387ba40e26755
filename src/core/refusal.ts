/** The name that marks an error as meant for the person at the cell. */
const refusalName = "Refusal";

/**
 * An error for the person at the cell: "<argument> must be <what>, got <what>", without a full stop. Whoever calls
 * the computation puts the function's name in front and says in which row it happened.
 */
export function refusal(message: string): Error {
  const error = new Error(message);
  error.name = refusalName;
  return error;
}

export const isRefusal = (error: unknown): error is Error =>
  error instanceof Error && error.name === refusalName;
