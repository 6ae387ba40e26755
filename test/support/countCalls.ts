import type { Workbook } from "./workbook";

const isService = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).some((member) => typeof member === "function");

/** How many methods of SpreadsheetApp, and of what it gives, run calls. */
export function countCalls({ book }: Workbook, run: () => void): number {
  let count = 0;
  const counted = (value: unknown): unknown => {
    if (Array.isArray(value) && value.some(isService)) return value.map(counted);
    if (!isService(value)) return value;
    return new Proxy(value, {
      get: (target, name) => {
        const member = target[name as string];
        if (typeof member !== "function") return member;
        return (...args: unknown[]) => {
          count++;
          return counted(member.apply(target, args));
        };
      },
    });
  };
  const realm = book.realm as unknown as Record<string, unknown>;
  const app = realm["SpreadsheetApp"];
  realm["SpreadsheetApp"] = counted(app);
  run();
  realm["SpreadsheetApp"] = app;
  return count;
}
