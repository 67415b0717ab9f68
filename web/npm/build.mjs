// Bundles the page's JavaScript into web/npm/dist, where Trunk takes it from, and copies the fonts there.
// Names carry no hash here: `finish.mjs` adds that to the published site.

import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'dist');

await build({
    absWorkingDir: here,
    entryPoints: ['boot', 'editor', 'worker-boot', 'offline', 'embed', 'frame-boot', 'shared-compiler'].map((name) => `src/${name}.js`),
    outdir: out,
    bundle: true,
    loader: { '.rs': 'text' },
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
});

// One file, so that nothing is drawn before all of it is there.
await build({
    absWorkingDir: here,
    entryPoints: ['../styles/playground.css'],
    outdir: out,
    bundle: true,
    external: ['*.woff2'],
    logLevel: 'warning',
});

await mkdir(out, { recursive: true });
const fonts = {
    'sans.woff2': '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
    'mono.woff2': '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
};
for (const [name, file] of Object.entries(fonts)) {
    await cp(join(here, 'node_modules', file), join(out, name));
}
