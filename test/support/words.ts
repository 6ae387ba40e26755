/** What is said where somebody else's work goes on in the same spreadsheet. */
export const busy =
  "CLV is at work in this spreadsheet already, for you in another window or for somebody else. Nothing was changed: wait a minute, then try again";
