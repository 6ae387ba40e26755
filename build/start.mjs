// What `npm start` runs: listens at once, then builds what has changed and serves it.
import { createServer } from "node:http";

const waiting = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="1">
<title>Local workbook</title>
<main style="font:16px system-ui;margin:3rem">
<h1 style="font-size:1.3rem">Building the workbook…</h1>
<p role="status">That takes some seconds the first time. This page opens it when it is ready.</p>
</main>
</html>
`;

/** Says to wait, until there is something to serve. */
let answer = (request, response) => {
  response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "1" });
  response.end(request.url === "/" ? waiting : "");
};

const [first, last] = [8000, 8100];
const server = createServer((request, response) => answer(request, response));

/** Listens at the next free port. */
const listen = (port) =>
  new Promise((done, fail) => {
    server.once("error", (error) =>
      error.code === "EADDRINUSE" && port < last ? done(listen(port + 1)) : fail(error),
    );
    server.listen(port, "127.0.0.1", () => done(port));
  });

const address = `http://127.0.0.1:${await listen(first)}/`;
console.log(`The local workbook is at ${address}   (Ctrl+C ends it)`);
process.argv.splice(2, 0, "build/serve.ts");
const { loaded } = await import("./run.mjs");
answer = await loaded.prepare(address);
