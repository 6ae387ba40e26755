import { type DayNumber, millisecondsPerDay } from "../core/day";
import { valueOfRow } from "./argument";
import { isReadableDate } from "./cell";
import { type Reader, dateReader } from "./reader";

/** A day, and what of several times on it comes first. */
export interface Moment {
  readonly day: DayNumber;
  /** Milliseconds, in an order that holds within the day. */
  readonly time: number;
}

const writtenTime = /[T ](\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?\s*(?:([AaPp])[Mm])?/;

function timeOf(text: string): number {
  const [, hours, minutes, seconds = "0", half] = writtenTime.exec(text) ?? [];
  if (hours === undefined) return 0;
  const ofDay = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  return ((ofDay * 60 + Number(minutes)) * 60 + Number(seconds.replace(",", "."))) * 1000;
}

/** Like a date, with the time of day where there is one. */
const momentReader: Reader<Moment> = {
  ...dateReader,
  read: (cell, zone) => {
    const day = dateReader.read(cell, zone);
    if (day === undefined) return undefined;
    return {
      day,
      time: isReadableDate(cell) ? cell.getTime() - day * millisecondsPerDay : timeOf(String(cell)),
    };
  },
};

/** The day and time of each row, where several things happen on a day and their order counts. */
export const momentColumn = valueOfRow(
  { name: "date", text: "Date of each row, with a time or not." },
  momentReader,
);
