import { isDataTab } from "../../recipe/kept";
import { dataTab } from "../../report/live";

/** The tab that keeps what the sidebar has been told, so that it travels with the workbook. */
export const setupTab = "CLV Setup";

/** The tab of the report; its figures stand on another one. */
export const reportTab = "CLV Report";

/** The tab that notes how CLV has changed. */
export const historyTab = "CLV History";

/** The tab that keeps the formulas of frozen cells. */
export const keptTab = "CLV Formulas";

/** Tabs whose words are the add-on's own. */
export const ownTabs: readonly string[] = [setupTab, reportTab, dataTab, historyTab, keptTab];

/** Whether a tab of that name is the add-on's own, which holds no data of the user's. */
export const isOwnTab = (name: string): boolean => ownTabs.includes(name) || isDataTab(name);
