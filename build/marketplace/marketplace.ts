// Checks what is to be published on the Google Workspace Marketplace and lays it out to be pasted and uploaded, the
// publisher's particulars filled in: `npm run marketplace`.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { faults, marketplaceFolder, missing, readMaterial, readPublisher } from "./listing";
import { page } from "./page";

const folder = "build/release/marketplace";

const material = readMaterial();
const publisher = readPublisher();
const { listing, texts } = material;
const particulars: Readonly<Record<string, string>> = {
  ...publisher,
  applicationName: listing.applicationName,
  date: listing.pagesDate,
};

/** The text with what stands in double braces replaced; marked where it is not known yet. */
const filled = (text: string): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => particulars[name] || `[${name}]`);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { file } of [...listing.icons, listing.banner, ...listing.screenshots])
  copyFileSync(join(marketplaceFolder, file), join(folder, basename(file)));
for (const [file, text] of Object.entries(texts)) {
  const isPage = file === "privacy.md" || file === "terms.md";
  writeFileSync(
    join(folder, isPage ? file.replace(".md", ".html") : file),
    isPage ? page(filled(text)) : filled(text),
  );
}
const { applicationName, shortDescription, category, pricing, postInstallTip, screenshots } = listing;
const fields = { applicationName, shortDescription, category, pricing, postInstallTip, ...publisher };
writeFileSync(
  join(folder, "fields.txt"),
  [
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value || "(blank)"}`),
    ...screenshots.map(({ file, caption }) => `${basename(file)}: ${caption}`),
    ...material.scopes.map((scope) => `scope: ${scope}`),
    "",
  ].join("\n"),
);
console.log(`${folder} holds what is to be pasted and uploaded, in the order of its steps.md`);
const wrong = [...faults(material), ...missing(publisher).map((what) => `publisher.json: ${what}`)];
for (const line of wrong) console.log(line);
if (wrong.length > 0) process.exitCode = 1;
else console.log("Complete");
