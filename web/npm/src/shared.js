// A frame's end of the compiler that all frames of a document share.

import { handleOf, spawn as spawnOwn } from './workers.js';

/**
 * Connects to the shared compiler, which is fetched when the first frame does. Where the browser has no such workers, the frame gets a
 * compiler of its own. `received` and `lost` are those of `workers.spawn`, and so is what is returned.
 */
export function spawn({ shared, boot, script, wasm }, received, lost) {
    if (!globalThis.SharedWorker) return spawnOwn('compile', received, lost, { boot, script, module: wasm() });
    const worker = new SharedWorker(shared, { type: 'module', name: 'compile' });
    const { handle, fail } = handleOf(worker.port, received, lost);
    worker.onerror = (event) => fail(event.message || 'the compiler could not be loaded');
    return handle;
}
