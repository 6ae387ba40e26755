// Unpacks the Chromium of @sparticuz/chromium once into node_modules/.cache: no root, nothing to install.
const { execFileSync } = require("node:child_process");
const { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { resolve } = require("node:path");

// Tests and scripts run from the top of the project.
const cache = resolve("node_modules/.cache");
const { version } = JSON.parse(readFileSync(resolve(cache, "../@sparticuz/chromium/package.json"), "utf8"));

/** Folder of the unpacked browser, its libraries and its fonts. */
const chromiumFolder = resolve(cache, `chromium-${version}`);

/** The package holds a binary for Linux on x64 only; elsewhere an installed Chrome is used. */
const isChromiumPackaged = process.platform === "linux" && process.arch === "x64";

function unpackChromium() {
  if (!isChromiumPackaged || existsSync(chromiumFolder)) return;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(resolve(cache, "chromium-"));
  const script = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
  // The package unpacks into the folder for temporary files; VERCEL makes it unpack the libraries too.
  const env = { ...process.env, TMPDIR: folder, VERCEL: "1" };
  execFileSync(process.execPath, ["-e", script], { env, stdio: "inherit", cwd: resolve(cache, "../..") });
  // Its own setting names folders of a cloud function; with no font at all a page with a <select> crashes.
  const fonts = `<dir>${chromiumFolder}/fonts</dir><cachedir>${chromiumFolder}/fonts-cache</cachedir>`;
  writeFileSync(
    resolve(folder, "fonts/fonts.conf"),
    `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>`,
  );
  renameSync(folder, chromiumFolder);
}

module.exports = { chromiumFolder, isChromiumPackaged, unpackChromium };
