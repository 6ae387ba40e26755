import { instantAt } from "../engine/serial";
import { createZone, type SpreadsheetZone } from "../engine/zone";

/** The part of Apps Script's Utilities which the add-on uses. */
export function createUtilities(settle: () => void) {
  const zones = new Map<string, SpreadsheetZone>();
  return {
    /** Nobody has to wait here: what comes meanwhile is there. */
    sleep: (_milliseconds?: number): void => settle(),
    /** Formats a date by the letters y M d H m s S of java.text.SimpleDateFormat, 'text' in quotes. */
    formatDate: (date: Date, timeZone: string, format: string): string => {
      const zone = zones.get(timeZone) ?? createZone(timeZone);
      zones.set(timeZone, zone);
      return formatWallClock(new Date(instantAt(zone.serialOf(date.getTime()))), format);
    },
  };
}

/** The wall clock is passed as if it were UTC. */
function formatWallClock(wall: Date, format: string): string {
  const numbers: Readonly<Record<string, number>> = {
    y: wall.getUTCFullYear(),
    M: wall.getUTCMonth() + 1,
    d: wall.getUTCDate(),
    H: wall.getUTCHours(),
    m: wall.getUTCMinutes(),
    s: wall.getUTCSeconds(),
    S: wall.getUTCMilliseconds(),
  };
  return format.replace(
    /'((?:[^']|'')*)'|([A-Za-z])\2*/g,
    (piece, quoted: string | undefined, letter: string) => {
      if (quoted !== undefined) return quoted === "" ? "'" : quoted.replaceAll("''", "'");
      const value = numbers[letter];
      if (value === undefined)
        throw new Error(`Utilities.formatDate of the local workbook does not know ${piece}`);
      const digits = String(value).padStart(piece.length, "0");
      return piece === "yy" ? digits.slice(-2) : digits;
    },
  );
}
