import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { solve } from "../../src/core/math/linear";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf } from "../support/call";

type Touch = readonly [customer: string, date: string, channel: string];

const columnsOf = (touches: readonly Touch[]) =>
  [0, 1, 2].map((at) => column(...touches.map((touch) => touch[at])));

const attributed = (touches: readonly Touch[], ...more: unknown[]) => {
  const table = call("CLV_ATTRIBUTION", ...columnsOf(touches), ...more) as Cell[][];
  const [header, ...rows] = table;
  return Object.fromEntries(
    rows.map((row) => [row[0], Object.fromEntries(row.map((cell, at) => [header![at], cell]))]),
  ) as Record<string, Record<string, Cell>>;
};

const rules = ["First touch", "Last touch", "Linear", "Position based", "Time decay", "Markov"];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The paths of customers, a day apart from each other, as rows. */
const rowsOf = (paths: readonly (readonly string[])[]) =>
  paths.flatMap((path, index) =>
    path.map((channel, at): Touch => [`c${index}`, `2026-01-${String(at + 1).padStart(2, "0")}`, channel]),
  );

const somePaths = fc.array(
  fc.record({
    path: fc.array(fc.constantFrom("ads", "mail", "fair", "post"), { minLength: 1, maxLength: 6 }),
    converts: fc.boolean(),
  }),
  { minLength: 2, maxLength: 15 },
);

/** The chance of conversion in a chain, by moving a crowd through it step by step until nobody is left in it. */
function chanceByWalking(
  paths: readonly { readonly path: readonly string[]; readonly converts: boolean }[],
  removed: string,
): number {
  const steps = paths.flatMap(({ path, converts }) =>
    [...path, converts ? "conversion" : "loss"].map((to, at) => [at === 0 ? "start" : path[at - 1]!, to]),
  );
  let crowd = new Map([["start", 1]]);
  let converted = 0;
  while (sum([...crowd.values()]) > 1e-14) {
    const next = new Map<string, number>();
    for (const [state, share] of crowd) {
      const outgoing = steps.filter(([from]) => from === state);
      for (const [, to] of outgoing) {
        const moving = share / outgoing.length;
        if (to === "conversion") converted += moving;
        else if (to !== "loss" && to !== removed) next.set(to!, (next.get(to!) ?? 0) + moving);
      }
    }
    crowd = next;
  }
  return converted;
}

describe("CLV_ATTRIBUTION", () => {
  test("each credit column adds up to the conversions", () => {
    fc.assert(
      fc.property(somePaths, (paths) => {
        fc.pre(paths.some(({ converts }) => converts));
        const converted = paths.flatMap(({ converts }, index) => (converts ? [`c${index}`] : []));
        const found = Object.values(attributed(rowsOf(paths.map(({ path }) => path)), column(...converted)));
        for (const rule of rules)
          expect(sum(found.map((row) => row[rule] as number))).toBeCloseTo(converted.length, 8);
      }),
      { numRuns: 100 },
    );
  });

  test("removal effects are those of a crowd that walks through the chain, with the channel and without it", () => {
    fc.assert(
      fc.property(somePaths, (paths) => {
        fc.pre(paths.some(({ converts }) => converts));
        const converted = paths.flatMap(({ converts }, index) => (converts ? [`c${index}`] : []));
        const found = attributed(rowsOf(paths.map(({ path }) => path)), column(...converted));
        const channels = Object.keys(found);
        const whole = chanceByWalking(paths, "");
        const effects = channels.map((channel) => 1 - chanceByWalking(paths, channel) / whole);
        channels.forEach((channel, at) =>
          expect(found[channel]!["Markov"]).toBeCloseTo((converted.length * effects[at]!) / sum(effects), 8),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("removal effects by hand", () => {
    // Three start with ads, of whom 1 converts at once, 1 goes on to mail, 1 is lost; one starts with mail. Of mail's two
    // one converts. With all: 3/4 · (1/3 + 1/3 · 1/2) + 1/4 · 1/2 = 1/2. Without ads 1/8, without mail 1/4.
    const found = attributed(rowsOf([["ads"], ["ads", "mail"], ["ads"], ["mail"]]), column("c0", "c1"));
    const [ads, mail] = [1 - 1 / 8 / (1 / 2), 1 - 1 / 4 / (1 / 2)];
    expect(found["ads"]!["Markov"]).toBeCloseTo((2 * ads) / (ads + mail), 12);
    expect(found["mail"]!["Markov"]).toBeCloseTo((2 * mail) / (ads + mail), 12);
  });

  test("a channel met twice in a row is one state, and gets each touch's share in the rules", () => {
    const found = attributed(rowsOf([["ads", "ads", "mail", "fair", "ads"], ["mail"]]), column("c0"));
    expect(found["ads"]).toMatchObject({
      Touches: 3,
      Customers: 1,
      "First touch": 1,
      "Last touch": 1,
      Linear: expect.closeTo(3 / 5, 12),
    });
    expect(found["ads"]!["Position based"]).toBeCloseTo(0.8 + 0.2 / 3, 12);
    const weights = [4, 3, 2, 1, 0].map((days) => 2 ** (-days / 7));
    expect(found["ads"]!["Time decay"]).toBeCloseTo(
      (weights[0]! + weights[1]! + weights[4]!) / sum(weights),
      12,
    );
    expect(found["mail"]!["Touches"]).toBe(2);
  });

  test("position based: one touch has all, two share half and half", () => {
    const credits = (path: string[]) =>
      Object.fromEntries(
        Object.entries(attributed(rowsOf([path]))).map(([channel, row]) => [channel, row["Position based"]]),
      );
    expect(credits(["a"])).toEqual({ a: 1 });
    expect(credits(["a", "b"])).toEqual({ a: 0.5, b: 0.5 });
    expect(credits(["a", "b", "c"])).toEqual({ a: 0.4, b: expect.closeTo(0.2, 12), c: 0.4 });
  });

  test("touches on one day go by time, then by row order", () => {
    const last = (...dates: unknown[]) => {
      const table = call(
        "CLV_ATTRIBUTION",
        column("x", "x", "x"),
        column(...dates),
        column("a", "b", "c"),
      ) as Cell[][];
      return table.slice(1).find((row) => row[4] === 1)![0];
    };
    expect(last("2026-01-05", "2026-01-05", "2026-01-05")).toBe("c");
    expect(last("2026-01-05T18:00", "2026-01-05T09:30", "2026-01-05T10:00")).toBe("a");
    expect(last("2026-01-05 9:00 AM", "2026-01-05 1:00 PM", "2026-01-05 12:15 AM")).toBe("b");
    const at = (time: string) => new Date(`2026-01-05T${time}Z`);
    expect(last(at("08:00:00"), at("23:59:00"), at("12:00:00"))).toBe("b");
  });

  test("a first conversion counts, and touches after its day count nowhere", () => {
    const touches: Touch[] = [
      ["Ann", "2026-01-01", "ads"],
      ["Ann", "2026-01-05", "mail"],
      ["Ann", "2026-01-09", "fair"],
      ["Bo", "2026-01-02", "ads"],
    ];
    const found = attributed(touches, [
      ["Customer", "Won"],
      ["Ann", "2026-01-20"],
      ["Ann", "2026-01-05"],
      ["Bo", ""],
    ]);
    expect(Object.keys(found).sort()).toEqual(["ads", "mail"]);
    expect(found["mail"]).toMatchObject({ Touches: 1, "Last touch": 1 });
    expect(found["ads"]).toMatchObject({ Touches: 2, "First touch": 1 });
  });

  test("a conversion without an earlier touch is left out and reported, and is an error if there is no other", () => {
    const touches: Touch[] = [
      ["Ann", "2026-01-05", "ads"],
      ["Bo", "2026-01-05", "mail"],
    ];
    const found = attributed(touches, [
      ["Ann", "2026-01-05"],
      ["Bo", "2026-01-04"],
      ["Cy", "2026-01-05"],
    ]);
    expect(found["ads"]!["Note"]).toBe(
      "Left out, with no touch before: 2 of 3 conversions. Only 1 conversion: read Markov with care.",
    );
    expect(messageOf("CLV_ATTRIBUTION", ...columnsOf(touches), column("Cy", "Di"))).toBe(
      "CLV_ATTRIBUTION: conversions must be customers with a touch by that day, got none of 2: check their names and dates",
    );
  });

  test("says what is wrong", () => {
    const columns = columnsOf([["Ann", "2026-01-05", "ads"]]);
    expect(
      messageOf("CLV_ATTRIBUTION", ...columns, [
        ["Ann", "2026-01-05", 1],
        ["Bo", "2026-01-05", 1],
      ]),
    ).toBe(
      "CLV_ATTRIBUTION: conversions must be one column of customers, or two with their dates, got 2 rows × 3 columns",
    );
    expect(
      messageOf("CLV_ATTRIBUTION", ...columns, [
        ["Ann", "2026-01-05"],
        ["Bo", "soon"],
      ]),
    ).toBe('CLV_ATTRIBUTION: conversions must be a date, or text such as 2026-03-31, got "soon" in row 2');
    expect(messageOf("CLV_ATTRIBUTION", ...columns, "", 0)).toBe(
      "CLV_ATTRIBUTION: half_life_days must be a number above 0, got 0",
    );
  });

  test("a system of equations is solved so that it holds", () => {
    const entry = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(
        fc.array(fc.array(entry, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 }),
        fc.array(entry, { minLength: 5, maxLength: 5 }),
        (some, right) => {
          const matrix = some.map((row, i) => row.map((value, j) => (i === j ? value + 50 : value)));
          const found = solve(matrix, right);
          matrix.forEach((row, i) =>
            expect(sum(row.map((value, j) => value * found[j]!))).toBeCloseTo(right[i]!, 9),
          );
        },
      ),
    );
  });
});
