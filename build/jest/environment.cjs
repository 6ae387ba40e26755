// The surroundings of a file of tests: those of Node, with what Jest replaces in them put back.
const { join } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Worker } = require("node:worker_threads");

// Each call of a script evaluates it anew, as in Apps Script: what V8 optimizes in it is thrown away after the call. It is to
// wait longer before it does, which takes a third of the time off these tests, and none more than before.
setFlagsFromString("--interrupt-budget=2000000");

/** How long something may block its process, which Jest's own limits cannot end: a test so many times its own limit. */
const [times, atLeast] = [4, 240_000];

/** Watches this process from a thread of its own, since a test that does not end answers to nobody. */
let watch;

module.exports = class Environment {
  global = globalThis;
  #console = globalThis.console;
  #exit = process.exit;
  #path;

  constructor(_, { testPath }) {
    this.#path = testPath;
  }

  async setup() {
    if (!watch) {
      watch = new Worker(join(__dirname, "hangs.cjs"));
      watch.unref();
    }
    this.#limit();
  }

  handleTestEvent({ name, test }, { testTimeout }) {
    if (name === "test_start") this.#limit(`: ${titleOf(test)}`, times * (test.timeout ?? testTimeout));
    else if (name === "test_done") this.#limit();
  }

  #limit(title = "", limit = 0) {
    watch.postMessage({ what: this.#path + title, limit: Math.max(limit, atLeast) });
  }

  async teardown() {
    watch?.postMessage(null);
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }

  getVmContext() {
    return null;
  }

  exportConditions() {
    return ["node"];
  }
};

/** A test's title with those of the groups it is in, the outermost of which is the file and has none. */
const titleOf = ({ name, parent }) => (parent?.parent ? `${titleOf(parent)} › ${name}` : name);
