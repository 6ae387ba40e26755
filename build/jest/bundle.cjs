// Bundles tests for Node: what they share in chunks of its own, so that a worker loads and compiles it once.
const { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { isBuiltin } = require("node:module");
const { dirname, relative, resolve } = require("node:path");
const { build } = require("esbuild");

const root = resolve(__dirname, "../..");
/** Each run bundles into a folder of its own, which its workers find here. */
const variable = "CLV_BUNDLED_TESTS";

/** Where a file that was bundled lies. */
const bundledAs = (file) => resolve(process.env[variable], relative(root, file).replace(/\.ts$/, ".mjs"));

/** Whether a package is CommonJS, whose names Node cannot always import. */
function isCommonJs(name) {
  if (isBuiltin(name)) return false;
  try {
    const file = require.resolve(name, { paths: [root] });
    return file.endsWith(".cjs") || (file.endsWith(".js") && !isModule(dirname(file)));
  } catch {
    // It cannot be required.
    return false;
  }
}

const isModule = (folder) => {
  const manifest = resolve(folder, "package.json");
  return existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, "utf8")).type === "module"
    : isModule(dirname(folder));
};

/** What is CommonJS already stays where it is, and is required. */
const requireCommonJs = {
  name: "require CommonJS",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\..*\.cjs$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      external: true,
    }));
    onResolve({ filter: /^[^.]/ }, ({ path, kind }) =>
      kind === "import-statement" && isCommonJs(path) ? { path, namespace: "commonjs" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "commonjs" }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
      resolveDir: root,
    }));
  },
};

/** Bundles files of the project into a folder that is gone with this process. */
async function bundle(files) {
  const parent = resolve(root, "node_modules/.cache/clv");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(resolve(parent, "tests-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
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
    plugins: [requireCommonJs],
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcemap: "linked",
    sourcesContent: false,
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    logLevel: "error",
  });
}

module.exports = { bundle, bundledAs };
