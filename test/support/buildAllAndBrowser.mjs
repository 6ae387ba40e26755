// Builds what the pages load, and unpacks the browser that opens them.
import buildAll from "./buildAll.mjs";
import { unpackChromium } from "./unpackChromium.cjs";

export default function setUp() {
  buildAll();
  unpackChromium();
}
