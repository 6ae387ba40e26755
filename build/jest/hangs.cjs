// A thread that ends the process where a test takes too long: by a signal, so that Jest fails the file and does not run it again.
const { writeSync } = require("node:fs");
const { parentPort } = require("node:worker_threads");

let timer;

parentPort.on("message", (test) => {
  clearTimeout(timer);
  if (!test) return;
  timer = setTimeout(() => {
    writeSync(2, `Not over after ${test.limit / 1000} seconds: ${test.what}\n`);
    process.kill(process.pid, "SIGKILL");
  }, test.limit);
});
