/** How often the script was called: once in Apps Script, which begins anew for each call, many times in the local workbook. */
let executions = 0;

/** Forgets what an earlier call has learned. */
export function beginExecution(): void {
  executions++;
}

/** What is asked of Sheets once, since the answer is the same for a whole execution. */
export function onceAnExecution<Given extends unknown[], Value>(
  ask: (...given: Given) => Value,
): (...given: Given) => Value {
  let known: { readonly at: number; readonly value: Value } | undefined;
  return (...given) => {
    if (known?.at !== executions) known = { at: executions, value: ask(...given) };
    return known.value;
  };
}
