// Our files laid over those of a script that may hold somebody else's.
import { titleLine } from "./version";

/** Files by their paths, scripts in the order in which they run. */
export type Files = ReadonlyMap<string, string>;

interface Manifest {
  readonly oauthScopes?: readonly string[];
}

const manifestFile = "appsscript.json";
const codeFile = "CLV.js";

/** What begins a function that runs when the spreadsheet is opened, and the whole of ours. */
const opening = /\bfunction\s+onOpen\s*\(|\bonOpen\s*=/;
const ownOpening = /^function onOpen\(.*\n/m;

/**
 * Our files among those of a script: those of an earlier push are replaced, all others keep their names and what is in
 * them. Says what the person has to know.
 */
export function laidOver(
  theirs: Files,
  ours: Files,
): { readonly files: Files; readonly notes: readonly string[] } {
  const earlier = Array.from(theirs.keys()).filter((path) => titleLine.test(theirs.get(path)!));
  const pages = Array.from(ours.keys()).filter((path) => path.endsWith(".html"));
  const placed = earlier.length > 0 ? [...earlier, ...pages] : [];
  const taken = [codeFile, ...pages].filter((path) => theirs.has(path) && !placed.includes(path));
  if (taken.length > 0)
    throw new Error(`The script has a ${taken.join(" and a ")} of its own: rename it there, then push again`);
  const kept = Array.from(theirs).filter(([path]) => path !== manifestFile && !placed.includes(path));
  const opens = kept.find(([path, text]) => path.endsWith(".js") && opening.test(text))?.[0];
  const code = ours.get("Code.js")!;
  const files = new Map([
    ...kept,
    // Of two functions with one name a script runs one.
    [codeFile, opens === undefined ? code : code.replace(ownOpening, "")],
    ...pages.map((path) => [path, ours.get(path)!] as const),
    [manifestFile, manifest(ours.get(manifestFile)!, kept.length > 0 ? theirs.get(manifestFile) : undefined)],
  ]);
  const note = `${opens} has an onOpen of its own: write clv_.onOpen(); into it, and the menu of CLV shows too`;
  return { files, notes: opens === undefined ? [] : [note] };
}

/**
 * Our manifest, or theirs where the script does more than we: then our permissions stand beside theirs, unless theirs
 * are left for Google to find.
 */
function manifest(ours: string, theirs: string | undefined): string {
  if (theirs === undefined) return ours;
  const all = JSON.parse(theirs) as Manifest;
  const { oauthScopes: needed = [] } = JSON.parse(ours) as Manifest;
  const oauthScopes = all.oauthScopes && Array.from(new Set([...all.oauthScopes, ...needed]));
  return `${JSON.stringify({ ...all, runtimeVersion: "V8", oauthScopes }, null, 2)}\n`;
}
