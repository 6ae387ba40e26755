// Serves files of folders to this computer alone.
import { createReadStream, statSync } from "node:fs";
import { type IncomingMessage, type RequestListener, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";

/** A server that is running. */
export interface LocalServer {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".woff2": "font/woff2",
};

const typeOf = (file: string): string => {
  const type = types[extname(file)] ?? "application/octet-stream";
  return /^text|json$/.test(type) ? `${type}; charset=utf-8` : type;
};

/** Whether a request names this computer: a page from elsewhere that has a name of its own lead here may read nothing. */
const isFromHere = ({ headers }: IncomingMessage): boolean =>
  /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(headers.host ?? "");

/** The file that an address names, in the folder that begins it; undefined where there is none. */
function fileAt(folders: Readonly<Record<string, string>>, url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(url.replace(/[?#].*/, ""));
  } catch {
    return undefined;
  }
  const starts = Object.keys(folders).filter((start) => path.startsWith(start));
  const start = starts.sort((a, b) => b.length - a.length)[0];
  if (start === undefined || path.includes("\0")) return undefined;
  const folder = resolve(folders[start]!);
  const rest = path.slice(start.length);
  const file = join(folder, rest === "" || rest.endsWith("/") ? `${rest}index.html` : rest);
  if (!file.startsWith(folder + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Answers with the files of folders, each under the path that it stands for, such as `/`. */
export const filesOf =
  (folders: Readonly<Record<string, string>>): RequestListener =>
  (request, response) => {
    const end = (status: number, text = "") => void response.writeHead(status).end(text);
    if (!isFromHere(request)) return end(403);
    if (request.method !== "GET" && request.method !== "HEAD") return end(405);
    const file = fileAt(folders, request.url ?? "/");
    if (file === undefined) return end(404, "There is no such page");
    response.writeHead(200, { "content-type": typeOf(file), "cache-control": "no-cache" });
    if (request.method === "HEAD") return void response.end();
    const reading = createReadStream(file).on("error", () => response.destroy());
    return void reading.pipe(response);
  };

/** Serves a folder at any free port. */
export async function serveFolder(folder: string): Promise<LocalServer> {
  const server = createServer(filesOf({ "/": folder }));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
