import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folders = ["core", "sheet", "functions", "recipe", "addon"];

/** Fields that cross to the sidebar as JSON keep their names. */
const crossing = ["protocol.ts", "term.ts"];

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
    .flatMap((owner) => Object.getOwnPropertyNames(owner)),
);

/** Methods of Google's services, which the add-on calls by name. */
function serviceMethods(): Set<string> {
  const folder = "node_modules/@types/google-apps-script";
  const services = ["spreadsheet", "html", "utilities", "base", "cache", "properties"];
  const texts = services.map((name) => readFileSync(join(folder, `google-apps-script.${name}.d.ts`), "utf8"));
  return new Set(texts.flatMap((text) => Array.from(text.matchAll(/\b(\w+)\(/g), ([, name]) => name!)));
}

/**
 * Matches the names of the fields of our own records, which the build may shorten: declared in an interface, and
 * neither the language's nor anywhere in quotes, where a field would be reached by its name.
 */
export function ownFields(): RegExp {
  const files = folders.flatMap((folder) =>
    readdirSync(join("src", folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => ({ file, text: readFileSync(join("src", folder, file), "utf8") })),
  );
  const quoted = new Set(
    files.flatMap(({ text }) => Array.from(text.matchAll(/"(\w+)"/g), ([, name]) => name!)),
  );
  const declaredIn = (text: string) =>
    Array.from(text.matchAll(/\breadonly (\w+)\??:/g), ([, name]) => name!);
  const kept = new Set(
    files.filter(({ file }) => crossing.includes(file)).flatMap(({ text }) => declaredIn(text)),
  );
  const services = serviceMethods();
  const names = new Set(files.flatMap(({ text }) => declaredIn(text)));
  const shortened = [...names].filter(
    (name) => name.length > 2 && ![builtIn, quoted, kept, services].some((set) => set.has(name)),
  );
  return new RegExp(`^(?:${shortened.join("|")})$`);
}
