// A static file server for the built site, as dull as a host can be: files below one path, nothing else, no rewriting.

import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';

const TYPES = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml',
    '.woff2': 'font/woff2',
};

/** What `_headers` says: from a file's name to its headers. */
function wantedHeaders(folder) {
    const wanted = new Map();
    let name;
    for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) {
        const [, key, value] = line.match(/^ +([\w-]+): (.*)$/) ?? [];
        if (!key) name = line.slice(1);
        else wanted.set(name, { ...wanted.get(name), [key]: value });
    }
    return wanted;
}

/** A network of so many megabits a second and so many milliseconds before an answer, which all answers share. */
export class Network {
    /** How many bytes have gone over it. */
    bytes = 0;
    #free = 0;

    constructor({ megabits, latency }) {
        Object.assign(this, { megabits, latency });
    }

    /** Passes pieces of a file on, each when its turn has come and it would have arrived. */
    async *carry(pieces) {
        await pause(this.latency);
        for await (const piece of pieces) {
            this.#free = Math.max(this.#free, performance.now()) + (piece.length * 8) / (this.megabits * 1000);
            await pause(this.#free - performance.now());
            this.bytes += piece.length;
            yield piece;
        }
    }
}

/**
 * Serves `folder` below `path`, such as `/a/b/`, on a free port; resolves to the address and functions: `show` serves another folder from now on,
 * `pause` answers nothing any more, `end` closes the port. With
 * `compressed`, files that have a `.br` beside them are sent as that, as a host does that knows of them. With `headers`, what the
 * site's own `_headers` asks for is sent; without `cached`, browsers are told to keep nothing. `sent` is told the name and size of each
 * file that is sent. Files go over `network` if there is one.
 */
export async function serve(folder, path, { compressed = false, headers = false, cached = true, sent = () => {}, network } = {}) {
    let wanted;
    const show = (other) => {
        folder = other;
        wanted = headers ? wantedHeaders(folder) : new Map();
    };
    show(folder);
    let isPaused = false;
    const server = createServer(async (request, response) => {
        if (isPaused) {
            request.socket.destroy();
            return;
        }
        const { pathname } = new URL(request.url, 'http://localhost');
        const below = pathname.startsWith(path) ? decodeURIComponent(pathname.slice(path.length)) || 'index.html' : '';
        const file = join(folder, normalize(`/${below}`));
        const found = below ? await stat(file).catch(() => undefined) : undefined;
        if (!found?.isFile()) {
            response.writeHead(404).end();
            return;
        }
        const type = TYPES[extname(file)] ?? 'application/octet-stream';
        const smaller = compressed && (await stat(`${file}.br`).catch(() => undefined));
        sent(below, (smaller || found).size);
        response.writeHead(200, { 'Content-Type': type, 'Content-Length': (smaller || found).size, ...(smaller && { 'Content-Encoding': 'br' }), ...wanted.get(below), ...(!cached && { 'Cache-Control': 'no-store' }) });
        const pieces = createReadStream(smaller ? `${file}.br` : file, { highWaterMark: network && 8192 });
        // A browser that goes away in the midst of a file is no trouble.
        await pipeline(network ? [pieces, (pieces) => network.carry(pieces), response] : [pieces, response]).catch(() => {});
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        address: `http://127.0.0.1:${server.address().port}${path}`,
        show,
        pause: () => {
            isPaused = true;
            server.closeAllConnections();
        },
        end: () => {
            server.close();
            server.closeAllConnections();
        },
    };
}
