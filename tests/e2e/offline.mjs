// What is kept for use without a network, and what becomes of it when a new version of the site is published.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { serve } from './server.mjs';

const SUM = 'fn main() {\n    println!("{}", 40 + 2);\n}\n';

/** Writes the site anew as another version of it: every name that changes with its file's content is another one. */
function publishNext(folder, next) {
    mkdirSync(next);
    const renamed = (text) => text.replace(/-([0-9a-f]{12})(?=\.)/g, (_, hash) => `-${[...hash].reverse().join('')}`);
    for (const name of readdirSync(folder)) {
        if (['.br', '.gz'].includes(extname(name))) continue;
        const content = readFileSync(join(folder, name));
        const isText = ['.html', '.js', '.css', '.svg', ''].includes(extname(name));
        writeFileSync(join(next, renamed(name)), isText ? renamed(content.toString()).replace('<title>', '<title>Next: ') : content);
    }
}

/**
 * A test on a site of its own: of a playground, the site, and the folder of its next version. Browsers keep nothing of it by themselves.
 */
const withNext = (test) => async (playground) => {
    const folder = mkdtempSync(join(tmpdir(), 'staircase-'));
    const next = join(folder, 'next');
    publishNext(playground.folder, next);
    const site = await serve(playground.folder, '/versions/', { cached: false });
    playground.address = site.address;
    try {
        await test(playground, site, next);
    } finally {
        site.end();
        rmSync(folder, { recursive: true });
    }
};

const isNext = async (playground) => (await playground.page.title()).startsWith('Next: ');

/** Waits until the files of the version that the page is of are kept, and its service worker answers for them. */
function kept(playground) {
    const look = async () => {
        const registration = await navigator.serviceWorker.ready;
        return Boolean(navigator.serviceWorker.controller && registration.active.state === 'activated' && !registration.installing);
    };
    return playground.until(() => playground.page.evaluate(look), 'the files to be kept');
}

/** That the program prints its sum on every engine. */
async function runsEverywhere(playground) {
    for (const engine of ['Tree', 'VM', 'Wasm']) {
        await playground.choose('Engine', engine);
        assert.equal((await playground.run()).output.trim(), '42', engine);
    }
}

/** That every file that the page has loaded is of one version. */
async function isWhole(playground, folder) {
    const names = await playground.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()));
    const there = new Set(readdirSync(folder));
    assert.deepEqual(names.filter((name) => /-[0-9a-f]{12}\./.test(name) && !there.has(name)), [], 'files of another version');
    assert.ok(names.some((name) => name.startsWith('worker-boot-')) && names.some((name) => name.endsWith('.wasm')), names.join(' '));
}

/** Starts a program that never ends and stops it, with which its worker ends, too. */
async function stopsAnEndlessLoop(playground) {
    await playground.write('fn main() {\n    loop {}\n}\n');
    await playground.button('Run').click();
    await playground.stop();
}

export const tests = {
    async 'works without a network once it has been loaded'(playground) {
        const site = await serve(playground.folder, '/elsewhere/');
        playground.address = site.address;
        await playground.open();
        await kept(playground);
        site.end();
        await assert.rejects(fetch(site.address), 'the server is gone');
        await playground.reload();
        await playground.write(SUM);
        await runsEverywhere(playground);
        await stopsAnEndlessLoop(playground);
        await playground.write(SUM);
        assert.equal((await playground.run()).output.trim(), '42', 'a new worker starts, too');
    },

    'a new version disturbs no page that is open, and is there when it is opened anew': withNext(async (playground, site, next) => {
        await playground.open();
        await kept(playground);
        await playground.write(SUM);
        assert.equal(await isNext(playground), false);

        // The old files are gone from the site. The page goes on, and workers that it starts only now have the files that it came with.
        site.show(next);
        await runsEverywhere(playground);
        await stopsAnEndlessLoop(playground);
        await playground.write(SUM);
        await runsEverywhere(playground);
        await isWhole(playground, playground.folder);

        // Opened anew it is the new version, whole, with what was written.
        await playground.reload();
        assert.equal(await isNext(playground), true);
        assert.equal(await playground.program(), SUM);
        await runsEverywhere(playground);
        await isWhole(playground, next);

        // While another page of the old version may be open, the old files are kept, and without a network they are what opens.
        site.pause();
        await playground.reload();
        assert.equal(await playground.program(), SUM);
        await runsEverywhere(playground);
        await isWhole(playground, (await isNext(playground)) ? next : playground.folder);
    }),

    'without a network the last version that was kept opens, whole': withNext(async (playground, site, next) => {
        await playground.open();
        await kept(playground);
        await playground.write(SUM);
        site.show(next);
        await playground.reload();
        await playground.page.evaluate(async () => {
            const registration = await navigator.serviceWorker.ready;
            await registration.update();
        });
        await playground.until(
            () => playground.page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)),
            'the new version to wait',
        );
        // With the last page of the old version, its files go.
        await playground.page.close();
        await playground.newPage();
        await playground.page.goto(site.address);
        await playground.ready();
        await playground.until(
            () => playground.page.evaluate(async () => !(await navigator.serviceWorker.getRegistration()).waiting && (await caches.keys()).length === 1),
            'the old files to go',
        );
        site.pause();
        await playground.reload();
        assert.equal(await isNext(playground), true);
        assert.equal(await playground.program(), SUM);
        await runsEverywhere(playground);
        await isWhole(playground, next);
    }),

    'a version that breaks off while it is fetched is not used': withNext(async (playground, site, next) => {
        await playground.open();
        await kept(playground);
        await playground.write(SUM);
        rmSync(join(next, readdirSync(next).find((name) => name.startsWith('frame_bg-'))));
        site.show(next);
        const updated = await playground.page.evaluate(async () => {
            const registration = await navigator.serviceWorker.ready;
            await registration.update();
            const { installing } = registration;
            await new Promise((done) => (installing ? installing.addEventListener('statechange', () => installing.state === 'redundant' && done()) : done()));
            return Boolean(registration.waiting);
        });
        assert.equal(updated, false);
        site.pause();
        await playground.reload();
        assert.equal(await isNext(playground), false);
        assert.equal(await playground.program(), SUM);
        await runsEverywhere(playground);
        await isWhole(playground, playground.folder);
    }),
};
