// Draws the icons and the banner from their SVG in the browser of the tests: `npm run marketplace:draw`.
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { launchBrowser } from "../../test/support/browser";
import { unpackChromium } from "../../test/support/unpackChromium.cjs";
import { marketplaceFolder, readMaterial } from "./listing";

unpackChromium();
const { listing } = readMaterial();
const browser = await launchBrowser();
for (const { file, width, height } of [...listing.icons, listing.banner]) {
  const drawing = file === listing.banner.file ? "banner.svg" : "icon.svg";
  const page = await browser.newPage({ viewport: { width, height } });
  const svg = readFileSync(join(marketplaceFolder, drawing), "utf8");
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
  const path = join(marketplaceFolder, file);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, omitBackground: true });
  await page.close();
  console.log(path);
}
await browser.close();
