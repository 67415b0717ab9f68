// A frame's end of the compiler that all frames of a document share.

import { handleOf, spawn as spawnOwn } from './workers.js';

/**
 * Connects to the shared compiler, which is fetched when the first frame does. Where the browser has no such workers, or does not let a
 * frame of another site than the document's have one, the frame gets a compiler of its own. `received` and `lost` are those of
 * `workers.spawn`, and so is what is returned.
 */
export function spawn({ shared, boot, script, wasm }, received, lost) {
    const own = () => spawnOwn('bundle', received, lost, { boot, script, module: wasm() });
    if (!globalThis.SharedWorker) return own();
    const worker = new SharedWorker(shared, { type: 'module', name: 'bundle' });
    let isThere = false;
    const answered = (bytes) => {
        isThere = true;
        received(bytes);
    };
    const { handle, fail } = handleOf(worker.port, answered, lost);
    worker.onerror = (event) => {
        event.preventDefault?.();
        // Before its first answer nothing has been asked of it.
        if (isThere || handle.ended) fail('the compiler could not be loaded');
        else Object.assign(handle, own());
    };
    return handle;
}
