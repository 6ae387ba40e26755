// What is to be published on the Google Workspace Marketplace, and what Google asks of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const marketplaceFolder = "build/marketplace";

export interface Picture {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

export interface Listing {
  readonly applicationName: string;
  readonly shortDescription: string;
  readonly category: string;
  readonly pricing: string;
  readonly postInstallTip: string;
  /** The day on which privacy.md or terms.md last changed. */
  readonly pagesDate: string;
  readonly icons: readonly Picture[];
  readonly banner: Picture;
  readonly screenshots: readonly { readonly file: string; readonly caption: string }[];
}

/** What only who publishes can say; blank where it has not been said. */
export type Publisher = Readonly<Record<string, string>>;

/** All that is published, as it lies in the folder. */
export interface Material {
  readonly listing: Listing;
  /** The texts by the names of their files. */
  readonly texts: Readonly<Record<string, string>>;
  /** What the manifest asks for. */
  readonly scopes: readonly string[];
  /** Width and height of a picture; undefined where it is missing or no PNG. */
  readonly sizeOf: (file: string) => readonly [number, number] | undefined;
}

export const textFiles = ["description.txt", "privacy.md", "terms.md", "scopes.md", "demo.md", "steps.md"];

const read = (file: string) => readFileSync(join(marketplaceFolder, file), "utf8");

export const readPublisher = (): Publisher => JSON.parse(read("publisher.json")) as Publisher;

export function readMaterial(): Material {
  const manifest = JSON.parse(readFileSync("appsscript.json", "utf8")) as { oauthScopes: string[] };
  return {
    listing: JSON.parse(read("listing.json")) as Listing,
    texts: Object.fromEntries(textFiles.map((file) => [file, read(file)])),
    scopes: manifest.oauthScopes,
    sizeOf: (file) => pngSize(join(marketplaceFolder, file)),
  };
}

function pngSize(path: string): readonly [number, number] | undefined {
  let png: Buffer;
  try {
    png = readFileSync(path);
  } catch {
    return undefined;
  }
  return png.toString("latin1", 1, 4) === "PNG" ? [png.readUInt32BE(16), png.readUInt32BE(20)] : undefined;
}

const googleProducts = /\b(?:Google|Sheets|Gmail|Drive|Docs|Slides|Workspace|Chrome|Android|YouTube)\b/;

/** What an image must be. */
const needed = { icons: [32, 128, 120], banner: [220, 140], screenshot: [1280, 800] } as const;

/** What is missing or not as Google asks for it, a line each. */
export function faults(material: Material): string[] {
  const { listing, texts, scopes } = material;
  const { applicationName, shortDescription, postInstallTip } = listing;
  const description = texts["description.txt"]!;
  return [
    ...(applicationName.length > 50 ? ["The name is longer than 50 characters"] : []),
    ...(googleProducts.test(applicationName) ? ["The name holds the name of a Google product"] : []),
    ...(/\d/.test(applicationName) ? ["The name holds a version number"] : []),
    ...(shortDescription.length > 200 ? ["The short description is longer than 200 characters"] : []),
    ...(description.length >= 16_000 ? ["The description is not shorter than 16,000 characters"] : []),
    ...[shortDescription, postInstallTip, listing.category, listing.pricing].flatMap((text, index) =>
      text.trim() === "" ? [`Field ${index + 1} of the listing is blank`] : [],
    ),
    ...trademarkFaults({ shortDescription, postInstallTip, ...texts }),
    ...scopeFaults(texts["scopes.md"]!, texts["demo.md"]!, scopes),
    ...privacyFaults(texts["privacy.md"]!),
    ...pictureFaults(material),
  ];
}

/** Marks of Google that users read carry ™ where they first stand, and are named as Google's. */
function trademarkFaults(texts: Readonly<Record<string, string>>): string[] {
  return ["shortDescription", "description.txt", "privacy.md", "terms.md"].flatMap((name) => {
    const text = texts[name]!;
    const first = /Google Sheets.?/.exec(text)?.[0];
    if (first === undefined) return [];
    return [
      ...(first.endsWith("™") ? [] : [`${name} names Google Sheets without ™`]),
      ...(text.includes("Google Sheets™ is a trademark of Google LLC.")
        ? []
        : [`${name} does not say whose trademark Google Sheets is`]),
    ];
  });
}

/** Each scope has its reasons, and is shown in the video; none is explained that is not asked for. */
function scopeFaults(reasons: string, demo: string, scopes: readonly string[]): string[] {
  const sections = new Map(
    reasons
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split("\n")[0]!.trim(), section] as const),
  );
  const asked = ["What for.", "Where the user sees it.", "Why nothing narrower will do."];
  return [
    ...scopes.flatMap((scope) => {
      const section = sections.get(scope);
      if (section === undefined) return [`scopes.md does not explain ${scope}`];
      return asked.flatMap((what) => (section.includes(`**${what}**`) ? [] : [`${scope}: no “${what}”`]));
    }),
    ...Array.from(sections.keys()).flatMap((scope) =>
      scopes.includes(scope) ? [] : [`scopes.md explains ${scope}, which is not asked for`],
    ),
    ...scopes.flatMap((scope) =>
      demo.includes(`\`${scope.split("/").at(-1)!}\``) ? [] : [`The video does not show ${scope}`],
    ),
  ];
}

/** The sections by whose headings Google looks for what it asks a privacy policy to say. */
const privacySections = [
  "Google user data that CLV accesses",
  "How CLV uses Google user data",
  "How CLV shares Google user data",
  "Artificial intelligence",
  "How CLV protects Google user data",
  "Retention and deletion of Google user data",
];

function privacyFaults(privacy: string): string[] {
  return [
    ...privacySections.flatMap((title) =>
      privacy.includes(`\n## ${title}\n`) ? [] : [`The privacy policy has no section “${title}”`],
    ),
    ...(privacy.includes("Limited Use requirements")
      ? []
      : ["The privacy policy does not bind itself to the Limited Use requirements"]),
  ];
}

function pictureFaults({ listing: { icons, banner, screenshots }, sizeOf }: Material): string[] {
  const isOff = (file: string, width: number, height: number) => {
    const size = sizeOf(file);
    if (size === undefined) return [`${file} is missing, or no PNG`];
    return size[0] === width && size[1] === height
      ? []
      : [`${file} must be ${width} × ${height}, is ${size.join(" × ")}`];
  };
  return [
    ...needed.icons.flatMap((side) =>
      icons.some(({ width, height }) => width === side && height === side)
        ? []
        : [`There is no icon of ${side} × ${side}`],
    ),
    ...[...icons, banner].flatMap(({ file, width, height }) => isOff(file, width, height)),
    ...(banner.width === needed.banner[0] && banner.height === needed.banner[1]
      ? []
      : ["The banner must be 220 × 140"]),
    ...(screenshots.length >= 1 && screenshots.length <= 5 ? [] : ["There must be one to five screenshots"]),
    ...screenshots.flatMap(({ file }) => isOff(file, ...needed.screenshot)),
  ];
}

/** What whoever publishes has still to say in publisher.json. */
export function missing(publisher: Publisher): string[] {
  return Object.entries(publisher).flatMap(([name, value]) => {
    if (value.trim() === "") return [`${name} is blank`];
    const isLink = ["homepage", "support", "privacy", "terms", "video"].includes(name);
    return isLink && !/^https:\/\/[^/\s]+\.[^/\s]+/.test(value) ? [`${name} must begin with https://`] : [];
  });
}
