import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { claspProgram, installClasp } from "../build/installClasp";
import { laidOver } from "../build/laidOver";
import { copyProject } from "./support/projectCopy";

interface ScriptFile {
  readonly name: string;
  readonly type: "SERVER_JS" | "HTML" | "JSON";
  readonly source: string;
}

/** Google as far as clasp asks: one spreadsheet with one script. */
let script: ScriptFile[];
let pushes: number;

function answer(method: string, path: string, body: { files?: ScriptFile[] }): object {
  if (path.startsWith("/drive/v3/files")) return { id: "spreadsheet-id" };
  if (method === "POST" && path === "/v1/projects") return { scriptId: "script-id", title: "CLV" };
  if (!path.startsWith("/v1/projects/script-id/content"))
    throw new Error(`${method} ${path} is not expected`);
  if (method === "PUT") {
    script = body.files!;
    pushes++;
  }
  return { scriptId: "script-id", files: script };
}

/** What Google puts into a new script. */
const newManifest = { timeZone: "America/New_York", dependencies: {}, runtimeVersion: "V8" };
const asManifest = (manifest: object): ScriptFile => ({
  name: "appsscript",
  type: "JSON",
  source: JSON.stringify(manifest),
});

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "clv-push-"));
let server: Server;

beforeAll(async () => {
  await installClasp();
  server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString() || "{}") as { files?: ScriptFile[] };
      outgoing.setHeader("content-type", "application/json");
      outgoing.end(JSON.stringify(answer(incoming.method!, incoming.url!, body)));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const token = {
    type: "authorized_user",
    client_id: "id",
    client_secret: "s",
    refresh_token: "r",
    access_token: "t",
    expiry_date: 4_102_444_800_000,
  };
  writeFileSync(join(folder, ".clasprc.json"), JSON.stringify({ tokens: { default: token } }));
  copyProject(folder);
}, 180_000);

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  cpSync(".clasp.json", join(folder, ".clasp.json"));
  rmSync(join(folder, "build/script"), { recursive: true, force: true });
  script = [asManifest(newManifest)];
  pushes = 0;
});

/** Runs a program of Node in the project's copy, which sends to the stub what it asks of Google; returns what it says. */
async function node(...args: string[]): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const { stdout } = await run(process.execPath, args, {
    cwd: folder,
    env: {
      ...process.env,
      HOME: folder,
      USERPROFILE: folder,
      STUB_PORT: String(port),
      NODE_OPTIONS: `--require ${resolve("test/support/redirectGoogle.cjs")}`,
    },
  });
  return stdout;
}

/** What `npm run clasp` and `npm run push` run. */
const clasp = (...args: string[]) => node(claspProgram, ...args);
const push = () => node("build/run.mjs", "build/push.ts");

const settings = () => JSON.parse(readFileSync(join(folder, ".clasp.json"), "utf8")) as object;
const named = (name: string) => script.find((one) => one.name === name)!.source;
const builtAs = {
  CLV: "Code.js",
  Catalogue: "Catalogue.html",
  Server: "Server.html",
  Sidebar: "Sidebar.html",
};

describe("the README's way into a new spreadsheet, with the real clasp", () => {
  test("creates a spreadsheet with a script, and pushes what was built and nothing else, once and again", async () => {
    await clasp("create-script", "--type", "sheets", "--title", "CLV", "--rootDir", "build/script");
    const made = { scriptId: "script-id", parentId: "spreadsheet-id", rootDir: "build/script" };
    expect(settings()).toMatchObject(made);
    for (const times of [1, 2]) {
      await push();
      expect(settings()).toMatchObject(made);
      expect(pushes).toBe(1);
      expect(script.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
        "CLV SERVER_JS",
        "Catalogue HTML",
        "Server HTML",
        "Sidebar HTML",
        "appsscript JSON",
      ]);
      for (const [name, file] of Object.entries(builtAs))
        expect([times, name, named(name)]).toEqual([
          times,
          name,
          readFileSync(join("build/out", file), "utf8"),
        ]);
      expect(named("appsscript")).toBe(readFileSync("appsscript.json", "utf8"));
    }
  }, 60_000);

  test("says what is missing where no script has been chosen", async () => {
    await expect(push()).rejects.toThrow("Which script? First create one, or clone yours");
  }, 60_000);
});

describe("the README's way into a spreadsheet that has a script, with the real clasp", () => {
  const theirs: readonly ScriptFile[] = [
    asManifest({
      timeZone: "Europe/Vienna",
      oauthScopes: ["https://www.googleapis.com/auth/drive.readonly"],
    }),
    { name: "Zuerst", type: "SERVER_JS", source: "var zuerst = 1;" },
    { name: "lib/dates", type: "SERVER_JS", source: "var spaeter = zuerst + 1;" },
    { name: "Code", type: "SERVER_JS", source: "function onOpen(e) {}" },
    { name: "Form", type: "HTML", source: "<p>theirs</p>" },
  ];
  /** What cloning writes, where a test is of what comes after it. */
  const cloned = (rootDir: string) =>
    writeFileSync(join(folder, ".clasp.json"), JSON.stringify({ scriptId: "script-id", rootDir }));

  beforeEach(() => {
    script = [...theirs];
  });

  test("keeps every file of theirs and the order in which they run, adds ours, and asks for both's permissions", async () => {
    await clasp("clone-script", "script-id", "--rootDir", "build/script");
    const said = await push();
    for (const { name, source } of theirs.slice(1)) expect([name, named(name)]).toEqual([name, source]);
    expect(script.flatMap(({ name, type }) => (type === "SERVER_JS" ? name : []))).toEqual([
      "Zuerst",
      "lib/dates",
      "Code",
      "CLV",
    ]);
    expect(script).toHaveLength(theirs.length + 4);
    expect(JSON.parse(named("appsscript"))).toEqual({
      timeZone: "Europe/Vienna",
      runtimeVersion: "V8",
      oauthScopes: [
        "https://www.googleapis.com/auth/drive.readonly",
        "https://www.googleapis.com/auth/spreadsheets.currentonly",
        "https://www.googleapis.com/auth/script.container.ui",
      ],
    });
    expect(named("CLV")).not.toMatch(/^function onOpen/m);
    expect(said).toContain("Code.js has an onOpen of its own: write clv_.onOpen(); into it");
  }, 60_000);

  test("pushes nothing where a file of theirs has a name of ours", async () => {
    script.push({ name: "Sidebar", type: "HTML", source: "theirs" });
    cloned("build/script");
    await expect(push()).rejects.toThrow("The script has a Sidebar.html of its own: rename it there");
    expect(pushes).toBe(0);
  }, 60_000);

  test("empties no other folder than its own", async () => {
    cloned("src");
    await expect(push()).rejects.toThrow("rootDir in .clasp.json must be build/script, got src");
    expect(pushes).toBe(0);
  }, 60_000);
});

describe("our files laid over those of a script", () => {
  const ours = new Map([
    [
      "Code.js",
      "// CLV for Google Sheets 1.0.0\nvar clv_;\nfunction onOpen() { return clv_.onOpen(); }\nfunction CLV() {}\n",
    ],
    ["Sidebar.html", "our page"],
    ["appsscript.json", '{"runtimeVersion":"V8","oauthScopes":["ours"]}'],
  ]);
  const over = (theirs: Readonly<Record<string, string>>) =>
    laidOver(new Map(Object.entries({ "appsscript.json": '{"timeZone":"Europe/Vienna"}', ...theirs })), ours);

  test("replace those of an earlier version, also one that was pasted by hand", () => {
    const { files, notes } = over({
      "Code.js": "// CLV for Google Sheets 0.0.1, functions only\nfunction CLV() {}",
      "Sidebar.html": "our page of 0.0.1",
      "Notes.js": "var written = 'in the editor';",
    });
    expect(Array.from(files.keys())).toEqual(["Notes.js", "CLV.js", "Sidebar.html", "appsscript.json"]);
    expect(files.get("Notes.js")).toBe("var written = 'in the editor';");
    expect(files.get("Sidebar.html")).toBe("our page");
    expect(files.get("CLV.js")).toBe(ours.get("Code.js"));
    expect(notes).toEqual([]);
  });

  test("bring their own settings to a script that holds nothing else", () => {
    expect(over({}).files.get("appsscript.json")).toBe(ours.get("appsscript.json"));
  });

  test("keep the settings of a script that holds more, and add permissions only to a list of them", () => {
    const settings = (manifest: object) =>
      JSON.parse(
        over({ "Mine.js": "", "appsscript.json": JSON.stringify(manifest) }).files.get("appsscript.json")!,
      ) as object;
    expect(settings({ timeZone: "Europe/Vienna" })).toEqual({
      timeZone: "Europe/Vienna",
      runtimeVersion: "V8",
    });
    expect(settings({ oauthScopes: ["theirs"], runtimeVersion: "DEPRECATED_ES5" })).toEqual({
      oauthScopes: ["theirs", "ours"],
      runtimeVersion: "V8",
    });
    expect(settings({ oauthScopes: ["ours"] })).toMatchObject({ oauthScopes: ["ours"] });
  });

  test.each(["CLV.js", "Sidebar.html"])("take no place of a %s of theirs", (name) => {
    expect(() => over({ [name]: "theirs" })).toThrow(`The script has a ${name} of its own`);
  });

  test.each(["function onOpen() {}", "function onOpen (e) {}", "const onOpen = () => {};"])(
    "leave the opening to theirs and say how the menu comes: %s",
    (code) => {
      const { files, notes } = over({ "Menu.js": code });
      expect(files.get("CLV.js")).toBe(ours.get("Code.js")!.replace(/function onOpen.*\n/, ""));
      expect(notes).toEqual([
        "Menu.js has an onOpen of its own: write clv_.onOpen(); into it, and the menu of CLV shows too",
      ]);
    },
  );

  test("keep theirs in order", () => {
    const { files } = over({ "b.js": "", "a/c.js": "", "A.js": "" });
    expect(Array.from(files.keys()).slice(0, 3)).toEqual(["b.js", "a/c.js", "A.js"]);
  });
});
