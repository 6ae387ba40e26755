/** Text as it stands in HTML, within quotes too. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The text of HTML, formulas left out. */
export const plainText = (html: string): string =>
  html
    .replace(/<math[^]*?<\/math>/g, " ")
    .replace(/<\/?(?:code|em|strong|wbr|a|b|i)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();

/** Text as it stands in Markdown, where none of it is to be markup. */
export const literally = (text: string): string => text.replace(/[\\`*_$[\]<>|#~!{}]/g, "\\$&");
