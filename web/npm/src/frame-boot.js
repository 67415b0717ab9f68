// Starts the frame that a document shows a live program in (web/embed.html), and is its end of the messages that cross between
// the document and it; docs/embedding.md describes them. The workers and the editor are not loaded before they are needed.

import { compile } from './compile.js';
import * as shared from './shared.js';
import { after, applyTheme } from './shell.js';
import * as workers from './workers.js';

const { dataset } = document.querySelector('script[data-frame]');
const address = (name) => new URL(dataset[name], document.baseURI).href;
const VERSION = 1;
/** The version of links that are texts in DEFLATE. */
const LINK_VERSION = 2;

// Where the document came from, once it has sent a program. From then on nobody else is listened or talked to.
let origin;

/** Tells the document something. An origin that has no name, that of a file, can only be talked to without one. */
function post(message) {
    const to = origin === undefined || origin === 'null' ? '*' : origin;
    parent.postMessage({ staircase: VERSION, ...message }, to);
}

/** A compiled program as it comes in a message: bytes, or their base64url. */
function bytesOf(program) {
    if (program instanceof ArrayBuffer) return new Uint8Array(program);
    if (ArrayBuffer.isView(program)) return new Uint8Array(program.buffer, program.byteOffset, program.byteLength);
    if (typeof program !== 'string') return undefined;
    try {
        const binary = atob(program.replaceAll('-', '+').replaceAll('_', '/'));
        return Uint8Array.from(binary, (character) => character.charCodeAt(0));
    } catch {
        return undefined;
    }
}

/** Names and values in turn. What is absent is left out; what is only there has an empty value. */
function flat(values) {
    const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== false);
    return given.flatMap(([name, value]) => [name, value === true ? '' : String(value)]);
}

/** Takes over the size of the document's code, the distance of its lines, and the least height of all, in CSS pixels. */
function applyLook({ size, leading, room }) {
    const { style } = document.documentElement;
    for (const [name, value, most] of [['--code-size', size, 60], ['--code-leading', leading, 90], ['--room', room, Infinity]]) {
        if (value > 5 && value < most) style.setProperty(name, `${Number(value)}px`);
        else style.removeProperty(name);
    }
}

const frame = {
    after,
    applyTheme,

    /** Calls back with each message of the document: its type, its values by their names in turn, and the compiled program. */
    listen(received) {
        addEventListener('message', ({ source, origin: from, data }) => {
            if (source !== parent || data?.staircase !== VERSION || typeof data.type !== 'string') return;
            if (origin === undefined && data.type === 'load') origin = from;
            if (from !== origin) return;
            const { type, staircase: _, program, options, ...values } = data;
            if (type === 'load') applyLook(options ?? {});
            received(type, flat({ ...options, ...values }), bytesOf(program));
        });
        post({ type: 'ready' });
    },

    tellLoaded: (unknown) => post({ type: 'loaded', unknown }),
    tellOutput: (stream, text) => post({ type: 'on-output', stream, text }),
    tellStep: (step, steps, line, stdout, stderr) => post({ type: 'on-step', step, steps, line, output: { stdout, stderr } }),
    tellError: (message) => post({ type: 'error', message }),

    /** Tells the document how high the content is, now and whenever that changes. */
    measure(element) {
        let last;
        const tell = () => {
            const height = element.offsetHeight;
            if (height !== last) post({ type: 'resize', height: (last = height) });
        };
        frame.remeasure = tell;
        new ResizeObserver(tell).observe(element);
        tell();
    },

    remeasure() {},

    /**
     * Has a link lead to the playground with this text of a link, as crates/link describes it: a byte for the version, and a DEFLATE stream,
     * which need not refer to the dictionary that its readers have. The browser's own compression does that, and is not downloaded.
     */
    async link(element, text) {
        if (element.linked === text) return;
        element.linked = text;
        const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
        const bytes = [LINK_VERSION, ...new Uint8Array(await new Response(stream).arrayBuffer())];
        const binary = bytes.map((byte) => String.fromCharCode(byte)).join('');
        // Another text may have come meanwhile.
        if (element.linked === text) element.href = `./#${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
    },

    /** Whether a document shows this, and not a tab of its own. */
    isFramed: () => parent !== window,

    /** Scrolls a pane, and nothing around it, as little as it takes to see a row of it. */
    reveal(row) {
        const pane = row.closest('[data-scrolls]');
        if (!pane) return;
        const [inside, outside] = [row.getBoundingClientRect(), pane.getBoundingClientRect()];
        const margin = Math.min(inside.height, outside.height / 3);
        if (inside.top < outside.top + margin) pane.scrollTop -= outside.top + margin - inside.top;
        else if (inside.bottom > outside.bottom - margin) pane.scrollTop += inside.bottom + margin - outside.bottom;
    },

    /** Fetches the editor and puts it into an element; `made` gets its module and what `create` made of the rest. */
    edit(host, text, edited, made, failed) {
        const nothing = () => {};
        import(address('editor')).then(
            (editor) => {
                const created = editor.create(host, text, edited, nothing, nothing, nothing, nothing);
                globalThis.staircase.editor = editor;
                created.view.focus();
                made(created);
            },
            (error) => failed(String(error?.message ?? error)),
        );
    },
};

async function start() {
    const module = compile(address('frameWasm'));
    const [rust, wasm] = await Promise.all([import(address('frame')), module]);
    const files = { boot: address('workerBoot'), script: address('frame'), module };
    const compiler = { shared: address('sharedCompiler'), boot: address('workerBoot'), script: address('worker'), wasm: () => compile(address('workerWasm')) };
    globalThis.staircase = {
        frame,
        workers: {
            spawn: (name, received, lost) => (name === 'bundle' ? shared.spawn(compiler, received, lost) : workers.spawn(name, received, lost, files)),
            send: workers.send,
            end: workers.end,
        },
    };
    rust.initSync({ module: wasm });
    rust.mount();
}

start().catch((error) => {
    // The document keeps its text, and the reader has lost nothing.
    console.error(error);
    post({ type: 'error', message: `Staircase could not start: ${error?.message ?? error}` });
});
