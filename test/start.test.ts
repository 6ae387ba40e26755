import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type Server, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { hasBrowser } from "../build/browser";
import { filesOf } from "../build/localServer";
import { buildIfChanged } from "../build/unchanged";
import { copyProject } from "./support/projectCopy";

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

interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
}

/** Asks for a path as it is written, which fetch would tidy up before. */
const get = (port: number, path: string, options: { method?: string; host?: string } = {}) =>
  new Promise<Answer>((answered, failed) => {
    const headers = { host: options.host ?? `localhost:${port}` };
    const asked = { host: "127.0.0.1", port, path, method: options.method ?? "GET", headers };
    request(asked, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const type = response.headers["content-type"];
        answered({ status: response.statusCode!, type, text: Buffer.concat(chunks).toString() });
      });
    })
      .on("error", failed)
      .end();
  });

describe("what is served", () => {
  let root: string;
  let server: Server;
  let port: number;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "clv-served-"));
    for (const path of ["page", "docs/functions"]) mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, "page", "index.html"), "the page");
    writeFileSync(join(root, "page", "page.js"), "the script");
    writeFileSync(join(root, "docs", "index.html"), "the documentation");
    writeFileSync(join(root, "secret.txt"), "of another folder");
    server = createServer(filesOf({ "/": join(root, "page"), "/docs/": join(root, "docs") }));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    server.close();
    rmSync(root, { recursive: true });
  });

  test("are the files of its folders, with their types", async () => {
    expect(await get(port, "/")).toEqual({ status: 200, type: "text/html; charset=utf-8", text: "the page" });
    expect(await get(port, "/page.js?1")).toMatchObject({ status: 200, text: "the script" });
    expect(await get(port, "/docs/")).toMatchObject({ status: 200, text: "the documentation" });
    expect(await get(port, "/docs/", { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
  });

  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/docs/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "/docs/functions",
    "/docs/functions/",
    "/none.html",
    "/%zz",
    "/%00",
    "//secret.txt",
  ])("is nothing else: %s", async (path) => {
    expect(await get(port, path)).toMatchObject({ status: 404 });
  });

  test("is for this computer alone: no page that was reached by another name may read it", async () => {
    for (const host of ["elsewhere.example", "localhost.elsewhere.example", "127.0.0.1.elsewhere.example"])
      expect([host, (await get(port, "/", { host })).status]).toEqual([host, 403]);
    expect(await get(port, "/", { host: `127.0.0.1:${port}` })).toMatchObject({ status: 200 });
  });

  test("takes nothing", async () => {
    for (const method of ["POST", "PUT", "DELETE"])
      expect([method, (await get(port, "/", { method })).status]).toEqual([method, 405]);
  });
});

test("npm start says its address before it builds, and the page says to wait", async () => {
  const copy = mkdtempSync(join(tmpdir(), "clv-start-"));
  copyProject(copy);
  const started = spawn(process.execPath, ["build/start.mjs", "--no-open"], { cwd: copy });
  try {
    const said = await new Promise<string>((heard, failed) => {
      started.stdout.once("data", (text: Buffer) => heard(text.toString()));
      started.once("exit", () => failed(new Error("npm start ended")));
    });
    expect(said).not.toContain("Building");
    const port = Number(/http:\/\/127\.0\.0\.1:(\d+)\//.exec(said)![1]);
    const page = await get(port, "/");
    expect(page).toMatchObject({ status: 503, type: "text/html; charset=utf-8" });
    expect(page.text).toContain("Building the workbook");
    expect(await get(port, "/page.js")).toMatchObject({ status: 503, text: "" });
  } finally {
    const ended = new Promise((exited) => started.removeAllListeners("exit").once("exit", exited));
    started.kill();
    await ended;
    rmSync(copy, { recursive: true, force: true });
  }
}, 20_000);
