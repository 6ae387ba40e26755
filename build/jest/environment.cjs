// The surroundings of a file of tests: those of Node, with what Jest replaces in them put back.
module.exports = class Environment {
  global = globalThis;
  #console = globalThis.console;
  #exit = process.exit;

  async setup() {}

  async teardown() {
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
