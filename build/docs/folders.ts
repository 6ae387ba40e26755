/** Where the documentation is built. */
export const siteFolder = "build/site";

/** Where its pages and pictures lie. */
export const docsFolder = "src/docs";
