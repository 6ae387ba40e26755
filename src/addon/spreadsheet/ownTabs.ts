import { dataTab } from "../../report/live";

/** The tab that keeps what the sidebar has been told, so that it travels with the workbook. */
export const setupTab = "CLV Setup";

/** The tab of the report; its figures stand on another one. */
export const reportTab = "CLV Report";

/** The tab that notes how CLV has changed. */
export const historyTab = "CLV History";

/** The tab that keeps the formulas of frozen cells. */
export const keptTab = "CLV Formulas";

/** Tabs of the add-on's own, which hold no data of the user's. */
export const ownTabs: readonly string[] = [setupTab, reportTab, dataTab, historyTab, keptTab];
