import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { hasBrowser } from "../build/browser";
import { buildIfChanged } from "../build/unchanged";

let folder: string;
const at = (...path: string[]) => join(folder, ...path);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clv-start-"));
  mkdirSync(at("src", "deep"), { recursive: true });
  mkdirSync(at("out"));
  writeFileSync(at("src", "deep", "a.ts"), "1");
  writeFileSync(at("lock.json"), "{}");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("starting again builds", () => {
  const start = async () => buildIfChanged(at("out", "mark"), [at("src"), at("lock.json")], async () => {});

  test("nothing where nothing has changed", async () => {
    expect([await start(), await start(), await start()]).toEqual([true, false, false]);
  });

  test("where a source, its name or what is installed has changed, and where the outcome is gone", async () => {
    await start();
    const changes = [
      () => writeFileSync(at("src", "deep", "a.ts"), "2"),
      () => writeFileSync(at("src", "b.ts"), ""),
      () => rmSync(at("src", "b.ts")),
      () => writeFileSync(at("lock.json"), '{"open":1}'),
      () => rmSync(at("out", "mark")),
    ];
    for (const change of changes) {
      change();
      expect([await start(), await start()]).toEqual([true, false]);
    }
  });

  test("again where the build failed", async () => {
    const fail = () => buildIfChanged(at("out", "mark"), [at("src")], () => Promise.reject(new Error("no")));
    await expect(fail()).rejects.toThrow("no");
    await expect(fail()).rejects.toThrow("no");
  });
});

test("a browser is opened where a person sits before a screen, and nowhere else", () => {
  expect(hasBrowser({}, true, "darwin")).toBe(true);
  expect(hasBrowser({ DISPLAY: ":0" }, true, "linux")).toBe(true);
  expect(hasBrowser({ WAYLAND_DISPLAY: "wayland-0" }, true, "linux")).toBe(true);
  expect(hasBrowser({}, true, "linux")).toBe(false);
  expect(hasBrowser({ DISPLAY: ":0" }, false, "linux")).toBe(false);
  expect(hasBrowser({ CI: "true" }, true, "darwin")).toBe(false);
  expect(hasBrowser({ SSH_CONNECTION: "1" }, true, "darwin")).toBe(false);
});
