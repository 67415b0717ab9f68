// The page's end of its workers. A worker is a fresh thread with the compiled module in it; ending one and starting another is
// how a program that never ends is stopped.

let configured;

/** Says where the workers' files are; `module` is a promise of their compiled Wasm. */
export function configure(configuration) {
    configured = configuration;
}

/**
 * What answers of a worker, or of the port of a shared one, lead to: a handle for `send` and `end`, and what ends it with a sentence.
 */
export function handleOf(worker, received, lost) {
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
    worker.onmessageerror = () => fail('an answer could not be read');
    return { handle, fail };
}

/**
 * Starts a worker. `received` gets every answer as a Uint8Array; `lost` gets a sentence if the worker fails, after which
 * nothing more comes from it. Returns a handle for `send` and `end`. `files` are other ones than those that were configured.
 */
export function spawn(name, received, lost, files = configured) {
    const worker = new Worker(files.boot, { type: 'module', name });
    const { handle, fail } = handleOf(worker, received, lost);
    worker.onerror = (event) => {
        event.preventDefault();
        fail(event.message || 'the worker could not be loaded');
    };
    files.module.then(
        (module) => handle.ended || worker.postMessage({ module, script: files.script, name }),
        (error) => fail(`the compiler could not be loaded: ${error.message}`),
    );
    return handle;
}

/**
 * Fetches and compiles a module in a thread of its own, since taking in so many bytes keeps a slow machine's page from answering.
 * Resolves to the module.
 */
export function compileAside(boot, url) {
    return new Promise((resolve, reject) => {
        const worker = new Worker(boot, { type: 'module', name: 'compile a module' });
        const fail = (reason) => {
            worker.terminate();
            reject(new Error(reason));
        };
        worker.onerror = (event) => {
            event.preventDefault();
            fail(event.message || 'the worker could not be loaded');
        };
        worker.onmessage = ({ data: { module, lost } }) => {
            if (!module) return fail(lost);
            worker.terminate();
            resolve(module);
        };
        worker.postMessage({ wasm: url });
    });
}

/** Sends a request; its bytes move to the worker. */
export function send(handle, bytes) {
    if (!handle.ended) handle.worker.postMessage(bytes, [bytes.buffer]);
}

/** Ends the worker at once, whatever it is doing. */
export function end(handle) {
    handle.ended = true;
    if (handle.worker instanceof MessagePort) handle.worker.close();
    else handle.worker.terminate();
}
