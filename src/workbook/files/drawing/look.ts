import { FONT } from "../../charts/chartLook";
import { element, val, type Xml } from "./xml";

/** A drawing measures in EMU, 9525 a pixel, and text in hundredths of a point. */
const [EMU_PER_PIXEL, HUNDREDTHS_PER_PIXEL] = [9525, 75];

export const emu = (pixels: number): number => Math.round(pixels * EMU_PER_PIXEL);

const TYPEFACE = "Arial";

/** A color such as #188038. */
export function fill(color: string): Xml {
  const rgb = color.replace("#", "").slice(0, 6).toUpperCase();
  return element("a:solidFill", {}, element("a:srgbClr", { val: rgb }));
}

const NONE = element("a:noFill");

/** How an area and its outline look; without a color there is none. */
export const shape = (area: Xml = NONE, outline: Xml = line()): Xml => element("c:spPr", {}, area, outline);

/** A line of so many pixels; none without a color. */
export function line(color?: string, pixels = 1, dash: readonly number[] = []): Xml {
  if (color === undefined) return element("a:ln", {}, NONE);
  const dashes = dash.length === 0 ? undefined : val("a:prstDash", dashName(dash, pixels));
  return element("a:ln", { w: emu(pixels), cap: "rnd" }, fill(color), dashes, element("a:round"));
}

/** The dash of Excel's that is nearest, since LibreOffice draws those of one's own making differently. */
function dashName([length = 4]: readonly number[], width: number): string {
  const ratio = length / width;
  if (ratio < 1.5) return "sysDot";
  return ratio < 3.5 ? "sysDash" : ratio < 6 ? "dash" : "lgDash";
}

interface TextLook {
  readonly color: string;
  readonly pixels?: number;
}

const fontOf = (tag: string, { color, pixels = FONT.size }: TextLook): Xml =>
  element(
    tag,
    { sz: Math.round(pixels * HUNDREDTHS_PER_PIXEL), b: 0 },
    fill(color),
    element("a:latin", { typeface: TYPEFACE }),
  );

/** How the texts of an axis or a legend look; turned by so many degrees where that is not left to the program. */
export function textLook(look: TextLook, degrees?: number): Xml {
  const body = element("a:bodyPr", degrees === undefined ? {} : { rot: degrees * 60_000, vert: "horz" });
  const paragraph = element(
    "a:p",
    {},
    element("a:pPr", {}, fontOf("a:defRPr", look)),
    element("a:endParaRPr"),
  );
  return element("c:txPr", {}, body, paragraph);
}

/** A text of the chart's own. */
export function richText(text: Xml, look: TextLook): Xml {
  const run = element("a:r", {}, fontOf("a:rPr", look), element("a:t", {}, text));
  return element(
    "c:tx",
    {},
    element(
      "c:rich",
      {},
      element("a:bodyPr"),
      element("a:p", {}, element("a:pPr", {}, fontOf("a:defRPr", look)), run),
    ),
  );
}
