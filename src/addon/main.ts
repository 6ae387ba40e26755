// What every formula cell loads. Each name becomes a top-level function, apart from run and choose, which the stubs call.
export { answer, choose } from "./load";
export { onInstall, onOpen, showSidebar, useInThisSpreadsheet } from "./menu";
export { run } from "./run";
