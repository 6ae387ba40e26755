// What every formula cell loads. Each name becomes a top-level function, apart from run, which the stubs call.
export { answer, buildReport } from "./load";
export { onInstall, onOpen, showSidebar, useInThisSpreadsheet } from "./menu";
export { run } from "./run";
