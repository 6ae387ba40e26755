import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Answer } from "../../src/answers/answer";
import {
  aimInWords,
  aimWritten,
  judgedTerm,
  standing,
  targetOf,
  targets,
  verdictOf,
} from "../../src/answers/targets";
import { termValue } from "../../src/recipe/value";
import { ask } from "../../src/sidebar/server";
import { openSample, requestOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";
import { utc } from "../support/zones";

describe("targets of an answer", () => {
  let workbook: Workbook;
  beforeEach(() => {
    workbook = openSample("Orders", "Subscriptions", "Customers by month");
  });
  afterEach(() => workbook.dispose());

  const answered = async (tab: string, changes: Readonly<Record<string, number | null>>) =>
    (await ask("answerFrom", { ...(await requestOn(workbook, tab)), changes }))!;
  const verdicts = ({ held }: Answer) => Object.fromEntries(held.map(({ key, verdict }) => [key, verdict]));

  test("are 3, 12 months and 100% until someone sets them, and none for churn", async () => {
    const { assumed } = await answered("Subscriptions", { cac: 300 });
    expect(targets.map(({ key }) => assumed[key])).toEqual([3, 12, 1, ""]);
  });

  test("are judged on gross profit, not on revenue", async () => {
    const onRevenue = verdicts(await answered("Subscriptions", { cac: 300 }));
    expect(onRevenue).toEqual({
      target_ratio: "",
      target_payback: "",
      target_nrr: "missed",
      target_churn: "",
    });
    const onProfit = verdicts(
      await answered("Subscriptions", { cac: 300, gross_margin: 0.8, target_churn: 0.05 }),
    );
    expect(onProfit).toEqual({
      target_ratio: "missed",
      target_payback: "met",
      target_nrr: "missed",
      target_churn: "met",
    });
  });

  test("that are not numbers are reported, since nothing can be compared with them", async () => {
    const request = { ...(await requestOn(workbook, "Subscriptions")), changes: { target_nrr: 0.9 } };
    await ask("saveSetup", (await ask("answerFrom", request))!.setup);
    const setup = workbook.services.SpreadsheetApp.getActive().getSheetByName("CLV Setup")!;
    const row = setup
      .getDataRange()
      .getValues()
      .findIndex(([label]) => label === "Target NRR a year");
    setup
      .getRange(row + 1, 2)
      .setNumberFormat("@")
      .setValue("about 90%");
    const { cautions, held } = (await ask("answerFrom", { ...request, changes: {} }))!;
    expect(cautions).toContain(
      "Target NRR a year on CLV Setup must be a number such as 95%, got “about 90%”.",
    );
    expect(held.find(({ key }) => key === "target_nrr")!.verdict).toBe("");
  });

  test("show where they count: those of cost where a cost is known, NRR of subscriptions", async () => {
    const keysOf = ({ relevant }: Answer) => relevant.filter((key) => key.startsWith("target_"));
    expect(keysOf(await answered("Customers by month", { cac: null }))).toEqual(["target_churn"]);
    expect(keysOf(await answered("Orders", { cac: null }))).toEqual([]);
    expect(keysOf(await answered("Orders", { cac: 40 }))).toEqual(["target_ratio", "target_payback"]);
    expect(keysOf(await answered("Subscriptions", { cac: null }))).toEqual(["target_nrr", "target_churn"]);
  });

  test("of several sources keep their values on the setup tab", async () => {
    const insertFrom = async (tab: string, changes: Readonly<Record<string, number>>) =>
      ask("saveSetup", (await answered(tab, changes)).setup);
    await insertFrom("Orders", { target_ratio: 4, target_payback: 9, cac: 40 });
    await insertFrom("Subscriptions", { target_nrr: 1.1, target_churn: 0.02, cac: 300 });
    const later = [await answered("Orders", {}), await answered("Subscriptions", {})];
    expect(later.map(({ assumed }) => targets.map(({ key }) => assumed[key]))).toEqual([
      [4, 9, 1, ""],
      [3, 12, 1.1, 0.02],
    ]);
    const setup = workbook.services.SpreadsheetApp.getActive().getSheetByName("CLV Setup")!;
    const lines = setup.getDataRange().getValues();
    expect(lines.flatMap(([label, value]) => (label === "Target LTV:CAC" ? [value] : []))).toEqual([4, 3]);
  });
});

test("says in words how a figure compares with its target", () => {
  const said = (figure: string, value: number | string, aim: number) => {
    const target = targetOf(figure)!;
    const verdict = verdictOf(target, value, aim);
    return (
      verdict && `${standing(target, value, verdict, aim)} your target of ${aimWritten(target, aim, "en-US")}`
    );
  };
  expect([
    said("LTV:CAC", 3.4, 3),
    said("LTV:CAC", 2.96, 3),
    said("LTV:CAC", 2.94, 3),
    said("Payback", 11.96, 12),
    said("Payback", 12.2, 12),
    said("Payback", "never", 1),
    said("Payback", "over 24 months", 36),
    said("NRR", 0.98, 1.05),
    said("Churn", 0.021, 0.0225),
    said("Churn", 0.03, 0.0225),
  ]).toEqual([
    "above your target of 3",
    "on your target of 3",
    "below your target of 3",
    "within your target of 12 months",
    "later than your target of 12 months",
    "later than your target of 1 month",
    "",
    "below your target of 105%",
    "within your target of 2.25%",
    "above your target of 2.25%",
  ]);
});

/** What the report's formula says of a figure, by the assumptions. */
const byFormula = (
  figure: string,
  value: number | "",
  assumed: Readonly<Record<string, number | "">>,
  within?: number,
) =>
  termValue(
    judgedTerm(
      targetOf(figure)!,
      { value, ratio: 1, ...(within !== undefined && { within }) },
      { met: "met", missed: "missed", untold: "" },
    ),
    {
      zone: utc,
      locale: "en-US",
      range: () => "",
      setting: (key) => assumed[key] ?? "",
      run: () => "",
    },
  );

describe("the report's formula and the sidebar judge alike", () => {
  const figure = fc.constantFrom(...targets);
  const number = fc.oneof(
    fc.double({ min: 0, max: 40, noNaN: true }),
    fc.integer({ min: 0, max: 4000 }).map((hundredths) => hundredths / 100),
  );

  test("any figure", () => {
    fc.assert(
      fc.property(figure, number, number, (target, value, aim) => {
        const assumed = { [target.key]: aim, gross_margin: 0.8 };
        expect(byFormula(target.figure, value, assumed)).toBe(verdictOf(target, value, aim));
        const onRevenue = byFormula(target.figure, value, { [target.key]: aim });
        expect(onRevenue).toBe(target.needsMargin ? "" : verdictOf(target, value, aim));
      }),
    );
  });

  test("a payback that is not reached", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (within, aim) => {
        const target = targetOf("Payback")!;
        const assumed = { target_payback: aim, gross_margin: 0.8 };
        expect(byFormula("Payback", "", assumed, within)).toBe(
          verdictOf(target, `over ${within} months`, aim),
        );
        expect(byFormula("Payback", "", assumed)).toBe(verdictOf(target, "never", aim));
      }),
    );
  });
});

test("targets read in a formula as they do in the sidebar", () => {
  const read = (figure: string, aim: number) =>
    termValue(aimInWords(targetOf(figure)!), {
      zone: utc,
      locale: "de-DE",
      range: () => "",
      setting: () => aim,
      run: () => "",
    });
  expect([read("LTV:CAC", 3), read("Payback", 10.5), read("NRR", 1.05), read("Churn", 0.0225)]).toEqual([
    "3",
    "10,5 months",
    "105%",
    "2,25%",
  ]);
});
