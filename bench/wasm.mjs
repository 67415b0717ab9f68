// Times Wasm modules side by side in this engine: `node wasm.mjs RUNS NAME=FILE …` prints, for each, a line
// `NAME compile first later …` in milliseconds, with RUNS later runs. The modules run in turn, so that a drift of the machine
// meets all alike. Each run is a fresh instance; `_start` (or `run`) is what is timed.
import { readFileSync } from 'node:fs';

const [runs, ...files] = process.argv.slice(2);

class Exit extends Error {}

// The part of WASI preview 1 that a program can import. What it writes is counted, not shown.
function host() {
  let memory;
  const imports = {
    fd_write(fd, iovs, count, written) {
      const view = new DataView(memory.buffer);
      let total = 0;
      for (let i = 0; i < count; i++) total += view.getUint32(iovs + 8 * i + 4, true);
      view.setUint32(written, total, true);
      return 0;
    },
    fd_read: () => 52,
    proc_exit() { throw new Exit(); },
    clock_time_get: () => 52,
    random_get: () => 52,
  };
  return { imports: { wasi_snapshot_preview1: imports }, attach(instance) { memory = instance.exports.memory; } };
}

function once(module) {
  const { imports, attach } = host();
  const instance = new WebAssembly.Instance(module, imports);
  attach(instance);
  const start = instance.exports._start ?? instance.exports.run;
  const before = performance.now();
  try {
    start();
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
  }
  return performance.now() - before;
}

// The smallest module, so that no module pays for waking the engine's compiler.
new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
const entries = files.map((argument) => {
  const split = argument.indexOf('=');
  const bytes = readFileSync(argument.slice(split + 1));
  const before = performance.now();
  const module = new WebAssembly.Module(bytes);
  return { name: argument.slice(0, split), module, compile: performance.now() - before, times: [] };
});
for (const entry of entries) entry.first = once(entry.module);
for (let run = 0; run < Number(runs); run++) for (const entry of entries) entry.times.push(once(entry.module));
for (const { name, compile, first, times } of entries) console.log(name, compile, first, ...times);
