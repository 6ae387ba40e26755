import type { Recipe, Term } from "./term";

/**
 * A term as a recipe in which parts have names, so that a formula with them several times is short and works each out once.
 * A part may hold those before it; one that does not occur has no step.
 */
export function withSteps(
  result: Term,
  parts: readonly (readonly [name: string, term: Term | undefined])[],
): Recipe {
  const names = new Map<string, string>();
  const used = new Set<string>();
  const inside = (term: Term): Term =>
    typeof term === "object" && term !== null && "apply" in term
      ? { apply: term.apply, to: term.to.map(named) }
      : term;
  const named = (term: Term): Term => {
    const name = names.get(JSON.stringify(term));
    if (name === undefined) return inside(term);
    used.add(name);
    return { step: name };
  };
  const steps = parts.flatMap(([name, term]) => {
    if (term === undefined) return [];
    const step = [name, inside(term)] as const;
    names.set(JSON.stringify(term), name);
    return [step];
  });
  const last = inside(result);
  return { steps: steps.filter(([name]) => used.has(name)), result: last };
}
