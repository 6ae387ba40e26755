import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";

const folders = ["core", "sheet", "functions", "addon"];

/** Names that the language uses for properties of its own. */
const builtIn = new Set(
  [
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    Math,
    JSON,
    Date,
    RegExp,
    Map,
    Set,
    Error,
    Float64Array,
    Symbol,
  ]
    .flatMap((owner) => [owner, (owner as { prototype?: object }).prototype ?? {}])
    .flatMap((owner) => Object.getOwnPropertyNames(owner))
    // Functions and errors have one, but only what the add-on itself calls a name is ever asked for.
    .filter((name) => name !== "name"),
);

/** Text in quotes where the code runs, which may reach a field by its name; the name of an argument never does. */
const quotedIn = async (text: string) => {
  const { code } = await transform(text, { loader: "ts" });
  return Array.from(code.matchAll(/(\bname(?::| =) )?"(\w+)"/g), ([, isName, quoted]) =>
    isName ? "" : quoted!,
  );
};

/** Names that a module imported as a whole is asked for: what it exports keeps its name. */
const takenFromModules = (text: string) =>
  Array.from(text.matchAll(/\bimport \* as (\w+)/g)).flatMap(([, module]) =>
    Array.from(text.matchAll(new RegExp(`\\b${module}\\.(\\w+)`, "g")), ([, name]) => name!),
  );

/** Fields of interfaces: those marked readonly wherever they are, the others where each has a line of its own. */
const declaredIn = (text: string) =>
  Array.from(text.matchAll(/(?:\breadonly |^ {2}(?=\w+\??: .*;$))(\w+)\??:/gm), ([, name]) => name!);

/**
 * Matches the names of the fields of our own records, which the build may shorten: declared in an interface, and neither
 * the language's nor reached in another way.
 */
export async function ownFields(): Promise<RegExp> {
  const files = folders.flatMap((folder) =>
    readdirSync(join("src", folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => ({ file, text: readFileSync(join("src", folder, file), "utf8") })),
  );
  const quoted = await Promise.all(files.map(({ text }) => quotedIn(text)));
  const reached = new Set([...quoted.flat(), ...files.flatMap(({ text }) => takenFromModules(text))]);
  const names = new Set(files.flatMap(({ text }) => declaredIn(text)));
  const shortened = [...names].filter(
    (name) => name.length > 2 && ![builtIn, reached].some((set) => set.has(name)),
  );
  return new RegExp(`^(?:${shortened.join("|")})$`);
}
