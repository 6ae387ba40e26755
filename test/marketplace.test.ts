import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { type Material, faults, missing, readMaterial, readPublisher } from "../build/marketplace/listing";
import { functions } from "../src/functions";
import { ownTabs } from "../src/addon/spreadsheet/ownTabs";
import type { MenuEntry } from "../src/workbook/services/host";
import { builtAddon, openWorkbook } from "./support/workbook";

const material = readMaterial();
const { listing, texts } = material;
const privacy = texts["privacy.md"]!.replace(/\s+/g, " ");

describe("what is to be published on the Marketplace", () => {
  test("is complete, but for what only the publisher can say", () => {
    expect(faults(material)).toEqual([]);
    expect(missing(readPublisher()).length).toBeGreaterThan(0);
  });

  const changed = (change: Partial<Material["listing"]>) =>
    faults({ ...material, listing: { ...listing, ...change } });
  const withText = (file: string, from: RegExp | string, to: string) =>
    faults({ ...material, texts: { ...texts, [file]: texts[file]!.replace(from, to) } });

  test.each([
    ["a long name", changed({ applicationName: "C".repeat(51) }), "longer than 50"],
    [
      "a name with Google's",
      changed({ applicationName: "CLV for Google Sheets" }),
      "name of a Google product",
    ],
    ["a name with a version", changed({ applicationName: "CLV 2" }), "version number"],
    ["a long summary", changed({ shortDescription: "C".repeat(201) }), "longer than 200"],
    ["a blank tip", changed({ postInstallTip: "" }), "blank"],
    ["six screenshots", changed({ screenshots: Array(6).fill(listing.screenshots[0]!) }), "one to five"],
    ["no icon of 32", changed({ icons: listing.icons.slice(1) }), "no icon of 32"],
    ["a long description", withText("description.txt", /$/, "C".repeat(16_000)), "16,000"],
    ["Sheets without its mark", withText("description.txt", "Google Sheets™", "Google Sheets"), "without ™"],
    ["nobody's trademark", withText("privacy.md", "is a trademark of Google LLC", ""), "whose trademark"],
    [
      "a section of the policy gone",
      withText("privacy.md", "## Artificial intelligence", ""),
      "Artificial intelligence",
    ],
    ["no Limited Use", withText("privacy.md", "Limited Use requirements", ""), "Limited Use"],
    ["a reason gone", withText("scopes.md", "**What for.**", ""), "What for."],
    ["a scope not shown", withText("demo.md", /`script\.container\.ui`/g, ""), "does not show"],
    [
      "a new scope",
      faults({ ...material, scopes: [...material.scopes, "https://x/drive"] }),
      "does not explain",
    ],
    ["a scope dropped", faults({ ...material, scopes: material.scopes.slice(1) }), "which is not asked for"],
    ["a picture gone", faults({ ...material, sizeOf: () => undefined }), "is missing"],
    [
      "a picture too small",
      faults({ ...material, sizeOf: () => [640, 400] }),
      "must be 1280 × 800, is 640 × 400",
    ],
  ])("is refused with %s", (_, found, words) => {
    expect(found.join("; ")).toContain(words);
  });

  test("says what of the publisher is missing", () => {
    const all = Object.fromEntries(
      Object.keys(readPublisher()).map((name) => [name, "https://clv.example/x"]),
    );
    expect(missing(all)).toEqual([]);
    expect(missing({ ...all, privacy: "clv.example", email: " " })).toEqual([
      "email is blank",
      "privacy must begin with https://",
    ]);
  });

  test("names menu items as the menu has them, and functions with what they give", () => {
    const shown: MenuEntry[] = [];
    const workbook = openWorkbook({
      code: builtAddon,
      host: { showMenu: (_, all) => void shown.push(...all) },
    });
    workbook.call("onOpen", []);
    const captions = JSON.stringify(shown);
    for (const item of [
      "Open CLV",
      "Build report",
      "Make a copy to share",
      "Check CLV in this spreadsheet",
      "Use CLV functions in this spreadsheet",
    ])
      expect(captions).toContain(item);
    expect(functions.length).toBeGreaterThan(70);
    const example = /=(CLV_FROM_CHURN\(100, 2%, 80%\)) gives (\d+)/.exec(texts["description.txt"]!)!;
    const cell = workbook.services.SpreadsheetApp.getActive().getActiveSheet().getRange("A1");
    expect(String(cell.setFormula(`=${example[1]!}`).getValue())).toBe(example[2]);
    workbook.dispose();
  });
});

/** What Google runs and what the sidebar loads. */
const built = readdirSync("build/out")
  .filter((file) => /\.(?:js|html)$/.test(file))
  .map((file) => readFileSync(`build/out/${file}`, "utf8"))
  .join("\n");

describe("the privacy policy says what is so", () => {
  test("that nothing is sent: the code names no address and no way to call one", () => {
    expect(privacy).toContain("its code contains no call to another address");
    expect(built).not.toMatch(
      /\b(?:UrlFetchApp|Jdbc|MailApp|GmailApp|fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)/,
    );
    const addresses = new Set(Array.from(built.matchAll(/https?:\\?\/\\?\/([\w.-]+)/g), ([, host]) => host!));
    // names of XML, which nobody asks for
    expect(Array.from(addresses)).toEqual(["www.w3.org"]);
    expect(built).not.toMatch(
      /<(?:script|img|iframe|link|form|object|embed)[^>]*\b(?:src|href|action|data)=/i,
    );
  });

  test("which services of Apps Script it uses: these and no others", () => {
    const services =
      /\b(\w+App|\w+Service|Utilities|Charts|Session|Logger|Browser|Jdbc|ContactsApp|CalendarApp)\b(?=\.\w)/g;
    const used = new Set(Array.from(built.matchAll(services), ([, name]) => name!));
    const [, listed] = /with these services of Apps Script: ([^.]*)\./.exec(privacy)!;
    expect(Array.from(used).sort()).toEqual(listed!.split(/, | and /).sort());
  });

  test("that it opens no other file and does not ask who one is", () => {
    expect(privacy).toContain("no other file");
    expect(privacy).toContain("CLV does not ask who you are");
    expect(built).not.toMatch(
      /openById|openByUrl|DriveApp|SpreadsheetApp\.create\(|getEmail|getActiveUser|getEffectiveUser/,
    );
  });

  test("that it keeps no log", () => {
    expect(privacy).toContain("CLV keeps no log");
    const manifest = JSON.parse(readFileSync("appsscript.json", "utf8")) as { exceptionLogging: string };
    expect(manifest.exceptionLogging).toBe("NONE");
    expect(built).not.toMatch(/\bconsole\.\w|\bLogger\b/);
  });

  test("that it keeps nothing outside the spreadsheet", () => {
    expect(privacy).toContain("CLV keeps nothing outside your spreadsheet");
    expect(built).not.toMatch(
      /PropertiesService|CacheService|localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\./,
    );
  });

  test("which permissions it asks for, and which tabs it writes", () => {
    for (const scope of material.scopes) expect(privacy).toContain(`\`${scope.split("/").at(-1)!}\``);
    for (const tab of ownTabs) expect(privacy).toContain(tab.replace(" data", ""));
  });

  test("no more than the terms: free of charge, and under this licence", () => {
    const { license } = JSON.parse(readFileSync("package.json", "utf8")) as { license: string };
    expect(license).toBe("Apache-2.0");
    expect(listing.pricing).toBe("Free of charge");
    for (const text of [texts["terms.md"]!, texts["description.txt"]!]) {
      expect(text).toMatch(/free of charge/i);
      expect(text).toContain("Apache License 2.0");
    }
  });
});
