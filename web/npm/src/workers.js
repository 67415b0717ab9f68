// The page's end of its workers. A worker is a fresh thread with the compiled module in it; ending one and starting another is
// how a program that never ends is stopped.

let files;

/** Says where the workers' files are; `module` is a promise of their compiled Wasm. */
export function configure(configuration) {
    files = configuration;
}

/**
 * Starts a worker. `received` gets every answer as a Uint8Array; `lost` gets a sentence if the worker fails, after which
 * nothing more comes from it. Returns a handle for `send` and `end`.
 */
export function spawn(name, received, lost) {
    const worker = new Worker(files.boot, { type: 'module', name });
    const handle = { worker, ended: false };
    const fail = (reason) => {
        if (handle.ended) return;
        end(handle);
        lost(reason);
    };
    worker.onmessage = ({ data }) => {
        if (handle.ended) return;
        if (data instanceof Uint8Array) received(data);
        else fail(data.lost);
    };
    worker.onerror = (event) => {
        event.preventDefault();
        fail(event.message || 'the worker could not be loaded');
    };
    worker.onmessageerror = () => fail('an answer could not be read');
    files.module.then(
        (module) => handle.ended || worker.postMessage({ module, script: files.script, name }),
        (error) => fail(`the compiler could not be loaded: ${error.message}`),
    );
    return handle;
}

/** Sends a request; its bytes move to the worker. */
export function send(handle, bytes) {
    if (!handle.ended) handle.worker.postMessage(bytes, [bytes.buffer]);
}

/** Ends the worker at once, whatever it is doing. */
export function end(handle) {
    handle.ended = true;
    handle.worker.terminate();
}
