import { element } from "./element";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Saves content as a file among the person's downloads. */
export function download(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
