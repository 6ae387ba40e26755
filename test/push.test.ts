import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: { files?: { name: string; type: string; source: string }[] };
}

/** What Google answers to the requests of create-script and push. */
function answer({ method, path }: Request): object {
  if (path.startsWith("/drive/v3/files")) return { id: "spreadsheet-id" };
  if (method === "POST" && path === "/v1/projects") return { scriptId: "script-id", title: "CLV" };
  if (method === "GET")
    return { scriptId: "script-id", files: [{ name: "appsscript", type: "JSON", source: "{}" }] };
  return { scriptId: "script-id", files: [] };
}

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "clv-push-"));
const requests: Request[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      const request = {
        method: incoming.method!,
        path: incoming.url!,
        body: JSON.parse(text || "{}") as Request["body"],
      };
      requests.push(request);
      outgoing.setHeader("content-type", "application/json");
      outgoing.end(JSON.stringify(answer(request)));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  cpSync(".clasp.json", join(folder, ".clasp.json"));
  cpSync("build/out", join(folder, "build/out"), { recursive: true });
  const token = {
    type: "authorized_user",
    client_id: "id",
    client_secret: "s",
    refresh_token: "r",
    access_token: "t",
    expiry_date: 4_102_444_800_000,
  };
  writeFileSync(join(folder, ".clasprc.json"), JSON.stringify({ tokens: { default: token } }));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function clasp(...args: string[]): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const preload = resolve("test/support/redirectGoogle.cjs");
  const program = resolve("node_modules/@google/clasp/build/src/index.js");
  const environment = { ...process.env, HOME: folder, USERPROFILE: folder, STUB_PORT: String(port) };
  const { stdout } = await run(process.execPath, ["--require", preload, program, ...args], {
    cwd: folder,
    env: environment,
  });
  return stdout;
}

describe("the README's way into one's own Google Sheet, with the real clasp", () => {
  test("creates a spreadsheet with a script although the project brings a .clasp.json", async () => {
    await clasp("create-script", "--type", "sheets", "--title", "CLV", "--rootDir", "build/out");
    expect(JSON.parse(readFileSync(join(folder, ".clasp.json"), "utf8"))).toMatchObject({
      scriptId: "script-id",
      parentId: "spreadsheet-id",
      rootDir: "build/out",
    });
  }, 60_000);

  test("pushes Code, Sidebar and the manifest as they were built, and nothing else", async () => {
    cpSync("build/out", join(folder, "build/out"), { recursive: true });
    await clasp("push", "--force");
    const { files } = requests.find(({ method }) => method === "PUT")!.body;
    expect(files!.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
      "Catalogue HTML",
      "Code SERVER_JS",
      "Server HTML",
      "Sidebar HTML",
      "appsscript JSON",
    ]);
    for (const { name, source } of files!) {
      const ending = { Code: "js", appsscript: "json" }[name] ?? "html";
      expect(source).toBe(readFileSync(join("build/out", `${name}.${ending}`), "utf8"));
    }
  }, 60_000);
});
