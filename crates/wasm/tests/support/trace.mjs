// Runs modules that import the two functions of random IR modules, and prints what each did, one line a module:
// the calls of `see` and `ask`, the memory of the data `state`, and how it ended.
import { readFileSync } from "node:fs";

const [folder, count] = process.argv.slice(2);
const mask = (1n << 64n) - 1n;
for (let i = 0; i < Number(count); i++) {
  const trace = [];
  const imports = {
    test: {
      see: (x) => void trace.push(`see ${x & mask}`),
      ask: (a, b) => {
        trace.push(`ask ${a >>> 0} ${b >>> 0}`);
        return (Math.imul(8 * 31 + a, 31) + b) | 0;
      },
    },
    wasi_snapshot_preview1: {
      fd_write: () => 0,
      proc_exit: (code) => {
        throw new Error(`exit ${code}`);
      },
    },
  };
  let end = "end";
  const module = new WebAssembly.Module(readFileSync(`${folder}/${i}.wasm`));
  const instance = new WebAssembly.Instance(module, imports);
  try {
    instance.exports._start();
  } catch (error) {
    end = error.message;
  }
  const state = Buffer.from(instance.exports.memory.buffer, 1112, 64).toString("hex");
  console.log([...trace, state, end].join(", "));
}
