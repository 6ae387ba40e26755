/** What is the same however a file came into the project: pasted by hand, line ends and those of the file may change. */
export const plainText = (text: string): string => text.replace(/\r\n/g, "\n").trim();

/** By what a page is known to be whole, and of the same version as the script: its length, and a sum of its text. */
export type PagePrint = readonly [length: number, sum: number];

/** Each click of the sidebar pays for it: of a page of another version, or of half a page, one character in so many tells. */
const every = 16;

export function pagePrint(plain: string): PagePrint {
  let sum = 0;
  for (let at = 0; at < plain.length; at += every) sum = (Math.imul(sum, 31) + plain.charCodeAt(at)) | 0;
  return [plain.length, sum];
}
