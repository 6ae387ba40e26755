// Jest's projects: pure tests build nothing and take seconds; workbook tests run the built add-on in the local
// workbook's engine, browser tests in its page.
const root = require("node:path").resolve(__dirname, "..");

const shared = {
  rootDir: root,
  runner: "<rootDir>/build/jest/runner.cjs",
  runtime: "<rootDir>/build/jest/runtime.cjs",
  testEnvironment: "<rootDir>/build/jest/environment.cjs",
  transform: {},
  setupFiles: ["<rootDir>/test/support/seed.ts"],
};
const pureFolders = ["core", "sheet", "functions", "formula", "recognition", "laws"];

module.exports = {
  rootDir: root,
  reporters: ["default", "<rootDir>/test/support/countReporter.cjs"],
  // What a file leaves behind is collected late; a worker that is large begins anew.
  workerIdleMemoryLimit: "1.5GB",
  projects: [
    {
      ...shared,
      displayName: "pure",
      testMatch: pureFolders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
    },
    {
      ...shared,
      displayName: "workbook",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: [`/test/(${pureFolders.join("|")})/`, "\\.browser\\.test\\.ts$"],
      globalSetup: "<rootDir>/test/support/buildAll.mjs",
    },
    {
      ...shared,
      displayName: "browser",
      testMatch: ["<rootDir>/test/**/*.browser.test.ts"],
      globalSetup: "<rootDir>/test/support/buildAllAndBrowser.mjs",
    },
  ],
};
