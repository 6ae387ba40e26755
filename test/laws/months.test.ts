import { expect, test } from "@jest/globals";
import { dayFromCalendar } from "../../src/core/day";
import { monthOf } from "../../src/recognition/words/values";
import { dayFromMonthText } from "../../src/sheet/month";

/** The months' names as the Unicode locale data have them. */
const named = ["en", "de", "de-AT", "fr", "es", "it", "pt", "nl"].flatMap((locale) =>
  (["long", "short"] as const).flatMap((month) =>
    Array.from({ length: 12 }, (_, at) => {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" });
      return [locale, format.format(new Date(Date.UTC(2025, at, 1))), at + 1] as const;
    }),
  ),
);

test.each([...named, ["de", "Mrz", 3], ["de", "Sept", 9], ["fr", "Déc", 12]] as const)(
  "in %s, %s is month %d, to functions and to what finds tables",
  (_, name, month) => {
    const first = dayFromCalendar(2025, month, 1);
    for (const written of [`${name} 2025`, `${name}-25`, `${name}/25`, `${name.toUpperCase()} 2025`]) {
      expect(dayFromMonthText(written)).toBe(first);
      expect(monthOf(written)).toBe(2025 * 12 + month - 1);
    }
  },
);

test.each(["2025-03", "2025/3", "2025.03", "03/2025", "3-2025", "03.2025"])(
  "%s is March 2025 to both",
  (written) => {
    expect(dayFromMonthText(written)).toBe(dayFromCalendar(2025, 3, 1));
    expect(monthOf(written)).toBe(2025 * 12 + 2);
  },
);
