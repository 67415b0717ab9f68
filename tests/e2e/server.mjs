// A static file server for the built site, as dull as a host can be: files below one path, nothing else, no rewriting.

import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

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

/**
 * Serves `folder` below `path`, such as `/a/b/`, on a free port; resolves to the address and a function that ends it. With
 * `compressed`, files that have a `.br` beside them are sent as that, as a host does that knows of them. With `headers`, what the
 * site's own `_headers` asks for is sent. `sent` is told the name and size of each file that is sent.
 */
export async function serve(folder, path, { compressed = false, headers = false, sent = () => {} } = {}) {
    const wanted = headers ? wantedHeaders(folder) : new Map();
    const server = createServer(async (request, response) => {
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
        response.writeHead(200, { 'Content-Type': type, 'Content-Length': (smaller || found).size, ...(smaller && { 'Content-Encoding': 'br' }), ...wanted.get(below) });
        createReadStream(smaller ? `${file}.br` : file).pipe(response);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        address: `http://127.0.0.1:${server.address().port}${path}`,
        end: () => {
            server.close();
            server.closeAllConnections();
        },
    };
}
