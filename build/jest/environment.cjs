// The surroundings of a file of tests: those of Node, with what Jest replaces in them put back.
const { join } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Worker } = require("node:worker_threads");

// Each workbook evaluates the script anew, and what V8 has optimized in it goes with the workbook. So V8 waits longer before it
// optimizes: that takes a fourth of their time off tests of the workbook, and adds none to the others.
setFlagsFromString("--interrupt-budget=600000");

// What a workbook still does in its idle time when the last test is over must not keep a worker from ending. While there are
// tests, its channel to Jest keeps it.
if (process.send) {
  const unkept = (begin, self, given) => Reflect.apply(begin, self, given).unref();
  globalThis.setTimeout = new Proxy(setTimeout, { apply: unkept });
}

/** How long something may block its process, which Jest's own limits cannot end: a test so many times its own limit. */
const [times, atLeast] = [4, 240_000];

/** Watches this process from a thread of its own, since a test that does not end answers to nobody. */
let watch;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
const tell = (message) => watch?.postMessage(message);

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
    tell({ what: this.#path + title, limit: Math.max(limit, atLeast) });
  }

  async teardown() {
    tell(null);
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
