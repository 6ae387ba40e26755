// Loads tests into Node as it is. Jest's own runtime gives each file a context in which all modules are loaded, and
// compiled, anew; ours are loaded once a worker, and belong to all files that it runs.
const { pathToFileURL } = require("node:url");
const { bundledAs } = require("./bundle.cjs");

/** Where Jest looks for the time that tests may take. */
const timeout = Symbol.for("TEST_TIMEOUT_SYMBOL");
/** Where it keeps who is told of events. */
const handlers = Symbol.for("EVENT_HANDLERS");

const jest = {
  setTimeout: (milliseconds) => {
    globalThis[timeout] = milliseconds;
    return jest;
  },
};

module.exports = class Runtime {
  #internal = new Set();

  /** Jest's test framework, which keeps the tests of one file: each gets its own. */
  requireInternalModule(path) {
    this.#internal.add(path);
    return require(path);
  }

  setGlobalsForRuntime(globals) {
    Object.assign(globalThis, globals, { jest });
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    await import(pathToFileURL(bundledAs(path)).href);
  }

  teardown() {
    for (const path of this.#internal) delete require.cache[require.resolve(path)];
    delete globalThis[timeout];
    delete globalThis[handlers];
    // The tests themselves, under a symbol of the framework that goes.
    for (const key of Object.getOwnPropertySymbols(globalThis))
      if (key.description === "JEST_STATE_SYMBOL") delete globalThis[key];
  }

  requireModule(path) {
    return require(path);
  }

  getSourceMaps() {
    return null;
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  enterTestCode() {}

  leaveTestCode() {}
};
