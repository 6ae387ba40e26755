/** The spreadsheet's time zone: which day an instant falls on there, and when a day begins there. */
export interface Zone {
  /** Learns in few service calls what `dayOf` will need for these dates. */
  readonly prepare: (dates: readonly Date[]) => void;
  /** Day number (days since 1970-01-01) of the date in the spreadsheet's time zone; a time of day is dropped. */
  readonly dayOf: (date: Date) => number;
  /** Midnight in the spreadsheet's time zone at the start of a day number. */
  readonly dateOf: (day: number) => Date;
}
