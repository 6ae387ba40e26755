// Bundles tests for Node: what they share in chunks of its own, so that a worker loads and compiles it once.
const { relative, resolve } = require("node:path");
const { build } = require("esbuild");

const root = resolve(__dirname, "../..");
/** Each run bundles into a folder of its own, which its workers find here. */
const variable = "CLV_BUNDLED_TESTS";

/** Where a file that was bundled lies. */
const bundledAs = (file) => resolve(process.env[variable], relative(root, file).replace(/\.ts$/, ".mjs"));

/** What is CommonJS already stays where it is. */
const keepCommonJs = {
  name: "keep CommonJS",
  setup({ onResolve }) {
    onResolve({ filter: /^\..*\.cjs$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      external: true,
    }));
  },
};

/** Bundles files of the project into a folder of this process. */
async function bundle(files) {
  const folder = resolve(root, "node_modules/.cache/clv", `tests-${process.pid}`);
  process.env[variable] = folder;
  await build({
    entryPoints: files.map((file) => relative(root, file)),
    absWorkingDir: root,
    outbase: root,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "@jest/globals": resolve(__dirname, "globals.cjs") },
    plugins: [keepCommonJs],
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcemap: "linked",
    sourcesContent: false,
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    logLevel: "error",
  });
  return folder;
}

module.exports = { bundle, bundledAs };
