import MarkdownIt from "markdown-it";

const style = `
:root { color-scheme: light dark }
html { background: light-dark(#fff, #202124); color: light-dark(#202124, #e8eaed) }
body { font: 16px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
a { color: light-dark(#1a57b8, #8ab4f8) }
`;

/** A page of Markdown as one of HTML, which loads nothing. */
export const page = (markdown: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${/^# (.*)$/m.exec(markdown)![1]!}</title>
<style>${style}</style>
<main>
${new MarkdownIt().render(markdown)}</main>
</html>
`;
