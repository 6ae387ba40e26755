// Jest transform: TypeScript to CommonJS by esbuild (ts-jest does not install beside TypeScript 7).
const { createHash } = require("node:crypto");
const { transformSync, version } = require("esbuild");

const options = {
  format: "cjs",
  target: "node20",
  sourcemap: "external",
  jsxImportSource: "preact",
  jsx: "automatic",
};

module.exports = {
  process(source, file) {
    const loader = file.endsWith("x") ? "tsx" : "ts";
    const { code, map } = transformSync(source, { ...options, loader, sourcefile: file });
    return { code, map: JSON.parse(map) };
  },
  getCacheKey: (source, file) =>
    createHash("sha1")
      .update(JSON.stringify([version, options, file, source]))
      .digest("hex"),
};
