import { fingerprint } from "../formula/fingerprint";

/** What is the same however a file came into the project: pasted by hand, line ends and those of the file may change. */
export const plainText = (text: string): string => text.replace(/\r\n/g, "\n").trim();

/** By what a page is known to be whole. */
export type PagePrint = readonly [length: number, fingerprint: string];

export const pagePrint = (plain: string): PagePrint => [plain.length, fingerprint(plain)];
