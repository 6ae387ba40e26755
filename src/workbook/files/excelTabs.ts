/** Letters of a tab's name in Excel, where Sheets allows 100. */
const LONGEST = 31;

/** The names of tabs as Excel takes them, in the same order: short, different from each other, without some signs. */
export function excelTabs(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean = name.replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "");
    // Excel keeps this name to itself.
    const allowed = /^history$/i.test(clean) || clean.trim() === "" ? `${clean.trim()}_` : clean;
    const numbered = names.map((_, index) => withNumber(allowed, index === 0 ? "" : ` (${index + 1})`));
    const found = numbered.find((each) => !taken.has(each.toLowerCase()))!;
    taken.add(found.toLowerCase());
    return found;
  });
}

const withNumber = (name: string, number: string): string => name.slice(0, LONGEST - number.length) + number;
