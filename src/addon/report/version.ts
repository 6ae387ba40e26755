/** Written in by the build, from package.json. */
declare const ADDON_VERSION: string;

export const version = ADDON_VERSION;
