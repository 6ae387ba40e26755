import { refusal } from "../core/refusal";
import { type PagePrint, pagePrint, plainText } from "./pagePrint";

/** Written in by the build. */
// oxlint-disable-next-line no-underscore-dangle -- what a cell may not call ends so
declare const clv_: { readonly pages: Readonly<Record<string, PagePrint>> };

/**
 * The text of a page of the project, as it lies there: what HtmlService takes for HTML it writes anew. Throws where it is
 * not all of the text that was built with this script.
 */
export function pageText(name: string): string {
  const text = plainText(HtmlService.createTemplateFromFile(name).getRawContent());
  const [expected, found] = [clv_.pages[name]!, pagePrint(text)];
  if (found.join() === expected.join()) return text;
  throw refusal(
    `CLV is not installed completely: the file ${name} does not belong to the same build as Code (${found[0]} of ${expected[0]} characters). Install all files of one version again`,
  );
}
