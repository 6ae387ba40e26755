import { readFileSync, readdirSync } from "node:fs";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { dependencies, dependenciesPage, reasons } from "../../build/dependencies";

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as unknown;
const manifest = read("package.json") as Manifest;
const push = read("build/push/package.json") as Manifest;
const locks = {
  "package-lock.json": read("package-lock.json") as Lock,
  "build/push/package-lock.json": read("build/push/package-lock.json") as Lock,
};

/** What someone runs who tries the add-on or installs it, without `npm ci` having brought what developers need. */
const commands = ["start", "build", "release", "clasp", "push"];

/** The files that these commands load or bundle. */
const loaded = [
  "build/run.mjs",
  // what start.mjs runs
  "build/serve.ts",
  "build/docs/write.ts",
  ...commands.map((name) => /build\/\w+\.(?:ts|mjs)$/.exec(manifest.scripts[name]!)![0]),
  ...readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => `src/${file}`),
];

/** The packages that files import, also late. */
async function importedBy(files: readonly string[]): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: files.map((file) => `import "./${file}";`).join("\n"), resolveDir: "." },
    bundle: true,
    write: false,
    outdir: "unused",
    metafile: true,
    format: "esm",
    platform: "node",
    packages: "external",
    loader: { ".css": "empty" },
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "error",
  });
  const paths = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
  const packages = paths
    .filter(({ external, path }) => external && !path.startsWith("node:"))
    .map(({ path }) => /^(?:@[^/]+\/)?[^/]+/.exec(path)![0]);
  return Array.from(new Set(packages)).sort();
}

describe("`npm ci --omit=dev` installs what start, build and release load", () => {
  let imported: string[];
  beforeAll(async () => {
    imported = await importedBy(loaded);
  });

  test("all of it", () => {
    expect(imported).toContain("esbuild");
    expect(imported.filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });

  test("and nothing else but what these packages ask to have next to them", () => {
    const { packages } = locks["package-lock.json"];
    const beside = new Set(
      imported.flatMap((name) => Object.keys(packages[`node_modules/${name}`]!.peerDependencies ?? {})),
    );
    const unused = Object.keys(manifest.dependencies).filter((name) => !imported.includes(name));
    expect(unused.filter((name) => !beside.has(name))).toEqual([]);
  });
});

test("the add-on is made of our own files and Preact, whose licence goes along", async () => {
  const files = ["addon/main.ts", "addon/server.ts", "sidebar/main.tsx", "functions/index.ts"];
  expect(await importedBy(files.map((file) => `src/${file}`))).toEqual(["preact"]);
});

test("the page of dependencies is what `npm run generate` writes", () => {
  expect(readFileSync(dependenciesPage, "utf8")).toBe(dependencies());
});

test("every dependency has a reason, and every reason a dependency", () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...push.dependencies };
  expect(Object.keys(reasons).sort()).toEqual(Object.keys(all).sort());
});

describe.each(Object.entries(locks))("%s", (_, { packages }) => {
  const locked = Object.entries(packages).filter(([path]) => path !== "");

  test("holds a checksum of every package, and names no registry", () => {
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"))).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  test("brings no package whose licence binds those who use the add-on", () => {
    const free =
      /^(?:MIT|MIT\/X11|Apache-2\.0|ISC|BSD|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-[34]\.0|Unlicense|MPL-2\.0|Zlib|Python-2\.0|PSF-2\.0)$/;
    const isFree = (license: string) =>
      license
        .replace(/[()]/g, "")
        .split(" OR ")
        .some((choice) => choice.split(" AND ").every((one) => free.test(one)));
    expect(locked.filter(([, { license }]) => license && !isFree(license))).toEqual([]);
  });
});
