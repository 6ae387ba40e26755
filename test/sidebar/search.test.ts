import { describe, expect, test } from "@jest/globals";
import { catalogue } from "../../build/catalogue";
import { functions, sections } from "../../src/functions";
import { searchTerms } from "../../src/functions/terms";
import { search } from "../../src/sidebar/catalogue";

const all = catalogue(sections);
const found = (query: string) => search(all, query).flatMap(({ entries }) => entries.map(({ name }) => name));

describe("the search for a function", () => {
  test.each([
    ["ltv", "CLV_ROLLING"],
    ["LTV", "CLV_PREDICT"],
    ["customer lifetime value", "CLV"],
    ["arpu", "CLV_KPIS"],
    ["ARPA", "CLV_FROM_CHURN"],
    ["churn", "CLV_CHURN_RATE"],
    ["retention", "CLV_COHORTS"],
    ["payback", "CLV_PAYBACK"],
    ["break-even", "CLV_PAYBACK"],
    ["cohort", "CLV_COHORTS"],
    ["forecast", "CLV_PREDICT"],
    ["ltv:cac", "CLV_CAC_RATIO"],
    ["cost of acquisition", "CLV_CAC"],
    ["net revenue retention", "CLV_SUBSCRIPTIONS"],
    ["mrr", "CLV_SUBSCRIPTIONS"],
    ["aov", "CLV_ORDERS"],
    ["what if", "CLV_SENSITIVITY"],
    ["confidence interval", "CLV_INTERVAL"],
    ["waterfall", "CLV_BRIDGE"],
    ["npv", "CLV_DISCOUNTED"],
    ["duplicates", "CLV_CHECK"],
    ["BG/NBD", "CLV_FIT"],
    ["at risk", "CLV_RFM"],
  ])("%s finds %s", (query, name) => {
    expect(found(query)).toContain(name);
  });

  test.each([
    ["de", "Kundenwert Abwanderung Kundenbindung Amortisation Kohorte Prognose Akquisekosten"],
    ["fr", "valeur attrition fidélité récupération cohorte prévision acquisition"],
    ["es", "valor abandono retención recuperación cohorte pronóstico adquisición"],
    ["it", "valore abbandono fidelizzazione recupero coorte previsione acquisizione"],
    ["pt", "valor cancelamento retenção recuperação coorte previsão aquisição"],
    ["nl", "klantwaarde opzegging klantbehoud terugverdientijd cohortanalyse voorspelling acquisitiekosten"],
  ])("in %s finds value, churn, retention, payback, cohorts, forecast and cost", (_, words) => {
    const wanted = ["ROLLING", "CHURN_RATE", "RETENTION", "PAYBACK", "COHORTS", "PREDICT", "CAC"];
    const lists = words.split(" ").map(found);
    wanted.forEach((name, index) => expect(lists[index]).toContain(`CLV_${name}`));
  });

  test.each([
    ["Kundigung", "Kündigung"],
    ["retencion", "retención"],
    ["PREVISAO", "previsão"],
    ["cohorts", "cohort"],
    ["Kohorten", "Kohorte"],
    ["forecasts", "forecast"],
    ["abbonamenti", "abbonamento"],
    ["retenton", "retention"],
    ["chrun", "churn"],
    ["pay", "payback"],
  ])("takes %s for %s", (typed, meant) => {
    const names = found(typed);
    for (const name of found(meant).slice(0, 1)) expect(names).toContain(name);
  });

  test("needs every word, but for words that say nothing", () => {
    expect(found("taux de churn")).toContain("CLV_CHURN_RATE");
    expect(found("the churn of my customers")).toEqual(found("churn customers"));
    expect(found("churn zzz")).toEqual([]);
  });

  test("shows what fits best first", () => {
    expect(found("payback")[0]).toBe("CLV_PAYBACK");
    expect(found("ltv")[0]).toBe("CLV_ROLLING");
    expect(found("arpu")[0]).toBe("CLV_KPIS");
    expect(found("Prognose")[0]).toBe("CLV_FORECAST");
    expect(found("mrr")[0]).toBe("CLV_SUBSCRIPTIONS");
    expect(found("rfm")[0]).toBe("CLV_RFM");
    expect(found("cohorts")[0]).toBe("CLV_COHORTS");
    expect(found("churn")[0]).toBe("CLV_CHURN_RATE");
  });

  test("finds each function by its name, and nothing for what is not a word", () => {
    for (const { name } of functions) expect(found(name)).toContain(name);
    expect(found("xyzzy")).toEqual([]);
    expect(found(" ")).toHaveLength(functions.length);
  });
});

test("every term leads to functions that there are", () => {
  const names = new Set(functions.map(({ name }) => name));
  const lost = searchTerms.flatMap((one) => one.functions.filter((name) => !names.has(name)));
  expect(lost).toEqual([]);
});
