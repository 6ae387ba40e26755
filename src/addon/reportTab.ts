/** The tab of the report. */
export const reportTab = "CLV Report";
