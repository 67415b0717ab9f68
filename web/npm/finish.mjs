// Turns Trunk's plain output into the site that is published:
//   node finish.mjs <plain folder> <site folder>
// Shrinks the Wasm, the scripts beside it and the styles, gives every file but those that are asked for by their names a name that changes with its content, tells
// offline.js those names, adds the Content-Security-Policy,
// writes a .br and a .gz beside each file and what hosts want to be told, and prints what everything weighs.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { transformSync } from 'esbuild';

const [plain, site] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));

// The features that Rust's target uses by default, and that every browser of the last years has.
const FEATURES = ['bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'multivalue', 'reference-types'];
// How each module is shrunk: the page for size, the workers' for speed first.
const LEVELS = { 'page_bg.wasm': '-Oz', 'frame_bg.wasm': '-Oz', 'worker_bg.wasm': '-O3' };

const POLICY = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    // Chromium's own text editing gives typed text a style attribute when it replaces coloured text.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
].join('; ');

/** Takes out what only people read. */
const minify = (name) => transformSync(readFileSync(join(plain, name), 'utf8'), { loader: extname(name).slice(1), minify: true, target: 'es2022', legalComments: 'none' }).code;

async function shrink(name) {
    const output = join(site, name);
    const wasmOpt = join(here, 'node_modules/binaryen/bin/wasm-opt');
    const flags = [LEVELS[name] ?? '-O2', '--strip-debug', '--strip-producers', ...FEATURES.map((feature) => `--enable-${feature}`)];
    const [status] = await once(spawn(process.execPath, [wasmOpt, join(plain, name), '-o', output, ...flags], { stdio: 'inherit' }), 'exit');
    if (status !== 0) throw new Error(`wasm-opt failed on ${name}`);
    const bytes = readFileSync(output);
    rmSync(output);
    return bytes;
}

async function prepare(name) {
    const kind = extname(name);
    if (kind === '.wasm') return shrink(name);
    if (kind === '.js' || kind === '.css') return Buffer.from(minify(name));
    return readFileSync(join(plain, name));
}

mkdirSync(site, { recursive: true });
// The modules are shrunk side by side; the map keeps the folder's order.
const files = new Map(await Promise.all(readdirSync(plain).map(async (name) => [name, await prepare(name)])));

// A file's name depends on its content, and its content on the names of the files that it mentions: those come first.
const TEXT = new Set(['.js', '.css', '.html', '.svg']);
// A browser asks for these by name: for the page, for a new version of what keeps it, and for what documents with live programs name.
const FIXED = new Set(['index.html', 'offline.js', 'embed.html', 'embed.js']);
const published = new Map();
function publish(name, within = []) {
    if (published.has(name)) return published.get(name);
    if (within.includes(name)) throw new Error(`files name each other: ${[...within, name].join(' → ')}`);
    let content = files.get(name);
    if (TEXT.has(extname(name))) {
        let text = content.toString('utf8');
        for (const other of files.keys()) {
            if (other === name || FIXED.has(other)) continue;
            const mention = new RegExp(`(?<![\\w.-])${other.replaceAll('.', '\\.')}(?![\\w-])`, 'g');
            if (mention.test(text)) text = text.replaceAll(mention, publish(other, [...within, name]));
        }
        content = Buffer.from(text);
        files.set(name, content);
    }
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const stem = name.slice(0, name.length - extname(name).length);
    const finalName = FIXED.has(name) ? name : `${stem}-${hash}${extname(name)}`;
    published.set(name, finalName);
    return finalName;
}
for (const name of files.keys()) publish(name);

for (const name of ['index.html', 'embed.html']) {
    const html = files.get(name).toString('utf8');
    if (/<script(?![^>]*\bsrc=)/.test(html)) throw new Error(`${name} has an inline script, which the policy forbids`);
    files.set(name, Buffer.from(html.replace('<meta charset="utf-8">', `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">`).replace('data-page=', 'data-offline="offline.js" data-page=')));
}
const kept = [...published.values()].filter((name) => !FIXED.has(name)).sort();
const offline = files.get('offline.js').toString('utf8');
const naming = offline.replace('self.FILES_OF_THIS_VERSION', JSON.stringify(kept));
if (naming === offline) throw new Error('offline.js has no place for the names of the files');
files.set('offline.js', Buffer.from(naming));

// What is compressed already gains nothing from another round.
const COMPRESSED = new Set(['.woff2', '.png']);
const smaller = { br: promisify(brotliCompress), gz: promisify(gzip) };
async function write(name, content) {
    const path = join(site, published.get(name));
    writeFileSync(path, content);
    const row = { file: published.get(name), raw: content.length, gzip: content.length, brotli: content.length };
    if (!COMPRESSED.has(extname(name))) {
        const [br, gz] = await Promise.all([
            smaller.br(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
            smaller.gz(content, { level: 9 }),
        ]);
        writeFileSync(`${path}.br`, br);
        writeFileSync(`${path}.gz`, gz);
        row.gzip = gz.length;
        row.brotli = br.length;
    }
    return row;
}
// What takes longest begins first.
const bySize = [...files].sort(([, a], [, b]) => b.length - a.length);
const rows = await Promise.all(bySize.map(([name, content]) => write(name, content)));

// What hosts read of a site: Netlify and Cloudflare Pages how long files may be kept, GitHub Pages that it has nothing to build.
const ASK_EACH_TIME = 'no-cache';
const KEEP_FOR_EVER = 'public, max-age=31536000, immutable';
const rules = [['/', ASK_EACH_TIME], ...[...FIXED].map((name) => [`/${name}`, ASK_EACH_TIME]), ...kept.map((name) => [`/${name}`, KEEP_FOR_EVER])];
// A document of another origin may only load a module that says so.
const FOR_EVERYBODY = new Set(['/embed.js']);
const headers = ([path, rule]) => `${path}\n  Cache-Control: ${rule}\n${FOR_EVERYBODY.has(path) ? '  Access-Control-Allow-Origin: *\n' : ''}`;
writeFileSync(join(site, '_headers'), rules.map(headers).join(''));
writeFileSync(join(site, '.nojekyll'), '');

rows.sort((a, b) => b.brotli - a.brotli);
rows.push({
    file: 'in all',
    ...Object.fromEntries(['raw', 'gzip', 'brotli'].map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)])),
});
const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
console.log(`${'file'.padEnd(34)}${'raw'.padStart(11)}${'gzip'.padStart(11)}${'brotli'.padStart(11)}`);
for (const { file, raw, gzip, brotli } of rows) console.log(file.padEnd(34) + kilo(raw) + kilo(gzip) + kilo(brotli));
