// Jest's runner, given the tests of a run as bundles.
const TestRunner = require("jest-runner").default;
const { bundle } = require("./bundle.cjs");

module.exports = class BundlingRunner extends TestRunner {
  async runTests(tests, ...rest) {
    const setup = tests.flatMap(({ context }) => context.config.setupFiles);
    await bundle([...new Set([...setup, ...tests.map(({ path }) => path)])]);
    return super.runTests(tests, ...rest);
  }
};
