// In a spreadsheet where the add-on is not in use yet, Apps Script lets it build its menu and do nothing else.
import { runInContext } from "node:vm";
import { expect, test } from "@jest/globals";
import { loadedScript } from "../support/appsScript";

/** A service that refuses all but what is said, as Apps Script does without authorization. */
const refusing = (allowed: Readonly<Record<string, unknown>> = {}): unknown =>
  new Proxy(allowed, {
    get: (own, name) => {
      if (name in own) return own[String(name)];
      throw new Error(`You do not have permission to call ${String(name)}`);
    },
  });

test.each(["onOpen", "onInstall"])("%s builds the menu where nothing else is allowed yet", (name) => {
  const { context } = loadedScript();
  const captions: string[] = [];
  const menu: Record<string, unknown> = {
    addItem: (caption: string) => captions.push(caption) && menu,
    addSubMenu: () => menu,
    addToUi: () => captions.push("added"),
  };
  const ui = { createAddonMenu: () => menu, createMenu: () => menu };
  const services = [
    "PropertiesService",
    "CacheService",
    "LockService",
    "HtmlService",
    "Session",
    "ScriptApp",
  ];
  for (const service of [...services, "Utilities"]) context[service] = refusing();
  context["SpreadsheetApp"] = refusing({ getUi: () => ui });
  runInContext(`${name}({ authMode: "NONE" })`, context);
  expect([captions[0], captions[captions.length - 1]]).toEqual(["Open CLV", "added"]);
});
