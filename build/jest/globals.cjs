// What tests import from @jest/globals. Modules outlive the file of tests that loaded them, Jest's functions do not: each
// call goes to those of the file that runs.
const current = (name) =>
  new Proxy(function () {}, {
    apply: (_, self, args) => Reflect.apply(globalThis[name], self, args),
    get: (_, key) => globalThis[name][key],
  });

exports.afterAll = current("afterAll");
exports.afterEach = current("afterEach");
exports.beforeAll = current("beforeAll");
exports.beforeEach = current("beforeEach");
exports.describe = current("describe");
exports.expect = current("expect");
exports.it = current("it");
exports.jest = current("jest");
exports.test = current("test");
