import type { Beside } from "../../answers/beside";
import { isTelling } from "../../answers/health";
import type { DataTable } from "../dataTable";
import { wholeOf } from "../live";
import type { Make } from "./making";
import { healthStep } from "./steps";
import { shown } from "./terms";

/** How customers do by how they use it: what tells who leaves, and those who are likely to, or else do worst. */
export function healthOf(make: Make, { health }: Beside): DataTable[] {
  if (!health) return [];
  const { fit, scores, staying } = health;
  const [customer, signals, weights] = scores.to;
  const model = fit && isTelling(health) ? make.result("healthFit", "Health fit", fit.call) : undefined;
  const to = [customer!, signals!, model ? wholeOf(model) : weights!];
  const all = make.result("health", "Health", { apply: "CLV_HEALTH", to }, { most: shown.risky });
  const worst = model ? { rows: shown.risky, by: "Churn probability" } : { rows: -shown.risky, by: "Health" };
  const risky = make.rowsOf("risky", "May leave", all, { ...worst, among: staying });
  return [...(model ? [model] : []), all, risky, ...healthStep(make, risky, model)];
}
