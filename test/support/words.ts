/** What is said where someone else's work goes on in the same spreadsheet. */
export const busy =
  "CLV is already at work in this spreadsheet, in another window or for someone else. Nothing was changed: wait a minute, then try again";
