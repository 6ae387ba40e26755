// Jest's runner, given the tests of a run as bundles. The package jest-light-runner also runs tests in Node itself, but a test
// has no limit of time there.
const TestRunner = require("jest-runner").default;
const { bundle } = require("./bundle.cjs");

// Workers begin with these. A workbook makes many objects that are soon gone: with more room, V8 copies fewer of them.
process.execArgv.push("--min-semi-space-size=32", "--max-semi-space-size=64");
// Each workbook compiles the script anew. So what its functions are compiled to first is made at once and kept; and since there
// is a worker for each core, nothing is optimized beside a test, which would take the core of another.
process.execArgv.push("--always-sparkplug", "--no-flush-bytecode", "--no-concurrent-recompilation");

/** Files that take long, though some are short: in a fresh clone Jest knows of no times and begins with the largest files. */
const long =
  /\.browser\.test|\/(push|release|million|properties|ways\/report|build|businesses|selfTest|cleanData|sharedReport|corrections)\.test/;
const isLong = ({ path }) => Number(long.test(path));

module.exports = class BundlingRunner extends TestRunner {
  async runTests(tests, ...rest) {
    const setup = tests.flatMap(({ context }) => context.config.setupFiles);
    await bundle([...new Set([...setup, ...tests.map(({ path }) => path)])]);
    // The last of them must not leave the other cores idle.
    const longFirst = [...tests].sort((a, b) => isLong(b) - isLong(a));
    return super.runTests(longFirst, ...rest);
  }
};
