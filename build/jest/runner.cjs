// Jest's runner, given the tests of a run as bundles. The package jest-light-runner also runs tests in Node itself, but a test
// has no limit of time there.
const TestRunner = require("jest-runner").default;
const { bundle } = require("./bundle.cjs");

// Workers begin with these. A workbook makes many objects that are soon gone: with more room, V8 copies fewer of them.
process.execArgv.push("--min-semi-space-size=32", "--max-semi-space-size=64");

module.exports = class BundlingRunner extends TestRunner {
  async runTests(tests, ...rest) {
    const setup = tests.flatMap(({ context }) => context.config.setupFiles);
    await bundle([...new Set([...setup, ...tests.map(({ path }) => path)])]);
    return super.runTests(tests, ...rest);
  }
};
