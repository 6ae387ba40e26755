// What every formula cell loads besides the custom functions' text: what the stubs of the menu and the sidebar call.
export { answer, choose } from "./load";
export { onInstall, onOpen, showSidebar, useInThisSpreadsheet } from "./menu";
