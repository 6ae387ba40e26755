// Whether what was built is still what the sources give, so that starting again need not build again.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A digest of the contents of files, and of all files in folders. */
export function digestOf(paths: readonly string[]): string {
  const digest = createHash("sha256").update(process.version);
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: "utf8" })
          .map((file) => join(path, file))
          .filter((file) => statSync(file).isFile())
      : [path],
  );
  for (const file of files.sort()) digest.update(`\n${file}\n`).update(readFileSync(file));
  return digest.digest("hex");
}

/** Builds unless the mark that the last build left in its folder says that the sources are the same; true where it built. */
export async function buildIfChanged(
  mark: string,
  sources: readonly string[],
  build: () => Promise<unknown>,
): Promise<boolean> {
  const digest = digestOf(sources);
  if (existsSync(mark) && readFileSync(mark, "utf8") === digest) return false;
  await build();
  writeFileSync(mark, digest);
  return true;
}
