// Runs each module unchanged under Node's own WASI, and prints its exit code, stdout and stderr as one line of JSON.
import { mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
process.removeAllListeners("warning");
const { WASI } = await import("node:wasi");

const [folder, count] = process.argv.slice(2);
for (let i = 0; i < Number(count); i++) {
  const scratch = mkdtempSync(join(tmpdir(), "stair-"));
  const [stdout, stderr] = ["out", "err"].map((name) => join(scratch, name));
  const wasi = new WASI({
    version: "preview1",
    returnOnExit: true,
    stdout: openSync(stdout, "w"),
    stderr: openSync(stderr, "w"),
  });
  const module = new WebAssembly.Module(readFileSync(`${folder}/${i}.wasm`));
  const code = wasi.start(new WebAssembly.Instance(module, wasi.getImportObject()));
  console.log(JSON.stringify([code, readFileSync(stdout, "utf8"), readFileSync(stderr, "utf8")]));
}
