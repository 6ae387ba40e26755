import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { chromiumFolder, isChromiumPackaged } from "./unpackChromium.cjs";

/** Launches the browser of the tests: Chromium unpacked from its package on Linux, elsewhere an installed Chrome. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(isChromiumPackaged ? packaged() : { channel: "chrome" });
}

function packaged(): LaunchOptions {
  return {
    executablePath: `${chromiumFolder}/chromium`,
    // As with the workers: what V8 would do beside the page takes the core of another test.
    args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--js-flags=--single-threaded"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: `${chromiumFolder}/al2023/lib`,
      FONTCONFIG_PATH: `${chromiumFolder}/fonts`,
    },
  };
}
