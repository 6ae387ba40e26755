import type { SavedSetting, TabSurvey } from "../addon/protocol";
import { findAll } from "../recognition";
import type { FoundTable } from "../recognition/types";
import { ask } from "./server";

/** What the sidebar knows of the workbook. */
export interface Reading {
  readonly locale: string;
  /** The tab that was open. */
  readonly active: string;
  readonly tables: readonly FoundTable[];
  readonly saved: readonly SavedSetting[];
}

/** A stop that a person may ask for while something long goes on. */
export interface Stop {
  isAsked: boolean;
}

/** Reads tab after tab, and says which; undefined where it was stopped. */
export async function readWorkbook(
  stop: Stop,
  progress: (tab: string, done: number, of: number) => void,
): Promise<Reading | undefined> {
  const { locale, active, names } = await ask("listTabs", null);
  const tabs: TabSurvey[] = [];
  for (const name of names) {
    if (stop.isAsked) return undefined;
    progress(name, tabs.length, names.length);
    tabs.push(await ask("surveyTab", name));
  }
  const saved = await ask("savedSetup", null);
  if (stop.isAsked) return undefined;
  return { locale: locale.replace("_", "-"), active, tables: findAll({ locale, tabs }), saved };
}
