// Starts the page: shows the program as text, then fetches the editor and the page's Wasm side by side, then the workers' Wasm, which
// is three quarters of everything, and hands them to each other. The program can be read from the first moment on, and edited while
// the compiler is still on its way.
// Where each file is stands in the page itself, in the attributes of this script's element, so that the names can change
// with their content and the whole site can be moved.

import { compile } from './compile.js';
import * as first from './first.js';
import * as shell from './shell.js';
import * as workers from './workers.js';

const { dataset } = document.querySelector('script[data-page]');
const address = (name) => new URL(dataset[name], document.baseURI).href;

/** Lets the site be used without a network from now on, where the browser and the way the site is served allow it. */
function keepForOffline() {
    if (dataset.offline) navigator.serviceWorker?.register(address('offline')).catch((error) => console.info(`not kept for offline use: ${error.message}`));
}

async function start() {
    await first.show();
    const [page, module, editor] = await Promise.all([
        import(address('page')),
        compile(address('pageWasm')),
        import(address('editor')),
    ]);
    // What the person has done meanwhile comes first.
    await new Promise(setTimeout);
    const compiler = workers.compileAside(address('workerBoot'), address('workerWasm'));
    workers.configure({ boot: address('workerBoot'), script: address('worker'), module: compiler });
    shell.configure({ lessons: dataset.lessons });
    // The page's Rust side finds the functions of these modules here.
    globalThis.staircase = { editor, shell, workers };
    page.initSync({ module });
    compiler.then(keepForOffline, () => {});
}

start().catch((error) => {
    const app = document.getElementById('app');
    app.replaceChildren();
    const text = document.createElement('p');
    text.className = 'boot-error';
    text.setAttribute('role', 'alert');
    text.textContent = `Staircase could not start: ${error?.message ?? error}. It needs a browser with WebAssembly, of 2024 or later.`;
    app.append(text);
    console.error(error);
});
