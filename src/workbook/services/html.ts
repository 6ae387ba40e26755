/** The part of Apps Script's HtmlOutput which the add-on uses. */
export interface HtmlOutput {
  readonly getContent: () => string;
  readonly getTitle: () => string;
  readonly setTitle: (title: string) => HtmlOutput;
}

/** The part of Apps Script's HtmlService which the add-on uses, over HTML files by name without ending. */
export function createHtmlService(pages: () => Readonly<Record<string, string>>) {
  return {
    createHtmlOutputFromFile: (name: string) => {
      const content = pages()[name];
      if (content === undefined) throw new Error(`No HTML file named ${name} was found.`);
      return createHtmlOutput(content);
    },
  };
}

function createHtmlOutput(content: string): HtmlOutput {
  let title = "";
  const output: HtmlOutput = {
    getContent: () => content,
    getTitle: () => title,
    setTitle: (text) => {
      title = text;
      return output;
    },
  };
  return output;
}
