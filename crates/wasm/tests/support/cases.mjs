// Runs each module once for each of its cases: line i of `cases.txt` has module i's, as two hexadecimal patterns each.
// Writes them to memory at 1024 and 1032, calls `_start`, and prints what is then at 1040, or `trap` and what is at 1048.
import { readFileSync } from "node:fs";

const [folder, count] = process.argv.slice(2);
const cases = readFileSync(`${folder}/cases.txt`, "utf8").split("\n");
for (let i = 0; i < Number(count); i++) {
  const module = new WebAssembly.Module(readFileSync(`${folder}/${i}.wasm`));
  const instance = new WebAssembly.Instance(module, {});
  const memory = new DataView(instance.exports.memory.buffer);
  const results = cases[i].split(" ").filter(Boolean).map((pair) => {
    const [a, b] = pair.split(",").map((pattern) => BigInt(`0x${pattern}`));
    memory.setBigUint64(1024, a, true);
    memory.setBigUint64(1032, b, true);
    memory.setBigUint64(1040, 0n, true);
    try {
      instance.exports._start();
    } catch (error) {
      return error.message === "unreachable" ? `trap${memory.getBigUint64(1048, true)}` : error.message;
    }
    return memory.getBigUint64(1040, true).toString(16);
  });
  console.log(results.join(" "));
}
