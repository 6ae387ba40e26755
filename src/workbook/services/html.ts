import type { Book } from "./book";

/** The part of Apps Script's HtmlOutput which the add-on uses. */
export interface HtmlOutput {
  readonly getContent: () => string;
  readonly getTitle: () => string;
  readonly setTitle: (title: string) => HtmlOutput;
  /** Ours, not Apps Script's: what the browser gets to see. */
  readonly internal: string;
}

/** The part of Apps Script's HtmlService which the add-on uses, over HTML files by name without ending. */
export function createHtmlService(open: () => Book) {
  const file = (name: string) => {
    const content = open().pages[name];
    if (content === undefined) throw new Error(`No HTML file named ${name} was found.`);
    return content;
  };
  return {
    createHtmlOutputFromFile: (name: string) => createHtmlOutput(file(name), open),
    createTemplateFromFile: (name: string) => {
      const content = file(name);
      return { getRawContent: () => content };
    },
  };
}

/** A page as HtmlService hands it back: read as HTML and written anew, so that text and scripts are not what they were. */
const readAsHtml = (content: string) =>
  content
    .split(/(<script>[^]*?<\/script>|<style>[^]*?<\/style>|<[^>]*>)/)
    .map((piece) => {
      if (piece.startsWith("<script>")) return piece.replace(/\/\/.*|\/\*[^]*?\*\//g, "");
      return piece.startsWith("<") ? piece : piece.replaceAll('"', "&quot;");
    })
    .join("");

function createHtmlOutput(content: string, open: () => Book): HtmlOutput {
  let title = "";
  const output: HtmlOutput = {
    internal: open().ways.pages === "read as HTML" ? readAsHtml(content) : content,
    getContent: () => readAsHtml(content),
    getTitle: () => title,
    setTitle: (text) => {
      title = text;
      return output;
    },
  };
  return output;
}
