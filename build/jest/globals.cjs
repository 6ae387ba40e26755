// What tests import from @jest/globals. Modules outlive the file of tests that loaded them, Jest's functions do not: each
// use finds those of the file that runs.
const names = "afterAll afterEach beforeAll beforeEach describe expect it jest test";
for (const name of names.split(" "))
  Object.defineProperty(exports, name, { enumerable: true, get: () => globalThis[name] });
