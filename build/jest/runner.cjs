// Jest's runner, given the tests of a run as bundles.
const { rmSync } = require("node:fs");
const TestRunner = require("jest-runner").default;
const { bundle } = require("./bundle.cjs");

module.exports = class BundlingRunner extends TestRunner {
  async runTests(tests, ...rest) {
    const setup = tests.flatMap(({ context }) => context.config.setupFiles);
    const folder = await bundle([...new Set([...setup, ...tests.map(({ path }) => path)])]);
    try {
      await super.runTests(tests, ...rest);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
};
