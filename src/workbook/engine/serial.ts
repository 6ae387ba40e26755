import { millisecondsPerDay } from "../../core/day";

/** The instant of serial 0 in UTC: 1899-12-30, as in Sheets. */
const epoch = Date.UTC(1899, 11, 30);

/** The serial number (days, as sheets store dates) that a clock in UTC shows at an instant. */
export const serialAt = (instant: number): number => (instant - epoch) / millisecondsPerDay;

/** The instant at which a clock in UTC shows a serial number. */
export const instantAt = (serial: number): number => epoch + Math.round(serial * millisecondsPerDay);
