// Preloaded into the real clasp: sends what it asks of Google to a server on this machine, and nothing anywhere else.
const http = require("node:http");
const https = require("node:https");

https.request = function request(...args) {
  const [first, second, third] = args;
  const [settings, done] = typeof second === "function" ? [{}, second] : [second, third];
  const options =
    typeof first === "object" && !(first instanceof URL) ? first : { ...urlParts(first), ...settings };
  const host = options.hostname ?? options.host;
  if (!/(^|\.)googleapis\.com$/.test(host)) throw new Error(`clasp asked for ${host}`);
  const local = {
    method: options.method,
    headers: { ...options.headers, "x-host": host },
    path: options.path,
  };
  return http.request({ ...local, host: "127.0.0.1", port: Number(process.env.STUB_PORT) }, done);
};

function urlParts(url) {
  const { hostname, pathname, search } = new URL(url);
  return { hostname, path: pathname + search };
}
