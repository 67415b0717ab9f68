// The compiler that all frames of a document share: a SharedWorker, which has as many ports as there are frames that compile. It
// fetches the workers' Wasm itself, since a compiled module cannot be sent to it.

import { compile } from './compile.js';

const ports = new Set();
const early = [];
/** The port whose request is being served; the Rust side answers before `serve` returns. */
let served;
let rust;
let panic;
let failure;

/** Tells every frame that the compiler is beyond help. A frame that still wants one connects anew, and to another one. */
function lost(error) {
    failure = panic ?? String(error?.message ?? error);
    for (const port of ports) port.postMessage({ lost: failure });
    close();
}

globalThis.staircase = {
    panicked: (message) => (panic = message),
    answer: (bytes) => served?.postMessage(bytes, [bytes.buffer]),
    later: () => {},
};

function serve(port, bytes) {
    served = port;
    try {
        rust.serve(bytes);
    } catch (error) {
        lost(error);
    }
    served = undefined;
}

/** What the Rust side says when it is ready; every frame is told. */
let ready;

globalThis.onconnect = ({ ports: [port] }) => {
    ports.add(port);
    if (failure) port.postMessage({ lost: failure });
    port.onmessage = ({ data }) => (rust ? serve(port, data) : early.push([port, data]));
    if (ready) port.postMessage(ready);
};

async function start() {
    const [module, script] = await Promise.all([
        compile(new URL('worker_bg.wasm', import.meta.url)),
        import(new URL('worker.js', import.meta.url).href),
    ]);
    script.initSync({ module });
    served = { postMessage: (bytes) => (ready = bytes) };
    script.start('bundle');
    served = undefined;
    rust = script;
    for (const port of ports) port.postMessage(ready);
    for (const [port, bytes] of early) serve(port, bytes);
}

start().catch(lost);
