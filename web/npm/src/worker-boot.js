// A worker's first code: takes the compiled module from the page, starts the Rust side in it, and passes messages on; or compiles
// a module for the page, and that is all. Also the host of the person's own WebAssembly module (wasi.js), which the Rust side
// cannot instantiate by itself.

import { compile } from './compile.js';
import * as wasi from './wasi.js';

const early = [];
let serve = (bytes) => early.push(bytes);

let goOn = () => {};
// A message to itself comes after those that the page has sent by now, and sooner than a timer.
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
    try {
        goOn();
    } catch (error) {
        lost(error);
    }
};

let panic;

/** Tells the page that this worker is beyond help; the page replaces it. */
function lost(error) {
    postMessage({ lost: panic ?? String(error?.message ?? error) });
}

globalThis.staircase = {
    wasi,
    /** Takes what a panic in the Rust side says; what the browser says of it afterwards is less. */
    panicked: (message) => (panic = message),
    /** Sends an answer; its bytes move to the page. */
    answer: (bytes) => postMessage(bytes, [bytes.buffer]),
    /** Has the Rust side's `go_on` called soon. */
    later: () => port2.postMessage(0),
};

async function start({ module, script, name }) {
    const rust = await import(script);
    rust.initSync({ module });
    rust.start(name);
    serve = rust.serve;
    goOn = rust.go_on;
    for (const bytes of early) serve(bytes);
}

onmessage = ({ data }) => {
    if (data instanceof Uint8Array) {
        try {
            serve(data);
        } catch (error) {
            lost(error);
        }
    } else if (data.wasm) {
        compile(data.wasm).then((module) => postMessage({ module }), lost);
    } else {
        start(data).catch(lost);
    }
};
