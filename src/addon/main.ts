// What the built script offers: every name here becomes a top-level function, apart from run, which the stubs call.
export { onInstall, onOpen, showSidebar, useInThisSpreadsheet } from "./menu";
export { run } from "./run";
export { answer } from "./server";
