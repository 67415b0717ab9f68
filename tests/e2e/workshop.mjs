// Lessons and workshops: what a learner does, by mouse and by keyboard.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { serve } from './server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The command as `cargo build` leaves it. */
const STAIRCASE = process.env.STAIRCASE ?? join(ROOT, 'target/debug/staircase');
const WORKSHOP = join(ROOT, 'tests/workshop');

const SOLUTION = `fn square(n: u64) -> u64 {
    n * n
}

fn sum_of_squares(numbers: &[u64]) -> u64 {
    numbers.iter().map(|n| square(*n)).sum()
}
`;

const ENDLESS = `+++
title = "Round and round"
max_steps = 1_000_000_000

[[run]]
name = "ends"
stdout = ""
+++

# Round and round

\`\`\`rust starter
fn main() {
    loop {}
}
\`\`\`

## Solution

\`\`\`rust solution
fn main() {}
\`\`\`
`;

function staircase(...given) {
    const { status, stdout, stderr, error } = spawnSync(STAIRCASE, given, { cwd: ROOT, encoding: 'utf8' });
    if (error) throw error;
    return { status, stdout, stderr };
}

/** A folder that is gone afterwards. */
async function withFolder(use) {
    const folder = mkdtempSync(join(tmpdir(), 'workshop-'));
    try {
        await use(folder);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** A folder's workshop as its file. */
function exported(folder) {
    let text;
    const made = mkdtempSync(join(tmpdir(), 'exported-'));
    const file = join(made, 'w.json');
    const { status, stderr } = staircase('exercise', 'export', folder, '-o', file);
    assert.equal(status, 0, stderr);
    text = readFileSync(file, 'utf8');
    rmSync(made, { recursive: true });
    return text;
}

/** Opens the page with a workshop beside it on the site. */
async function openWorkshop(playground, text, fragment = '#workshop=w.json', options = {}) {
    await playground.open({ files: { 'w.json': () => text }, ...options });
    await go(playground, fragment);
}

async function go(playground, fragment) {
    await playground.page.evaluate((fragment) => (location.hash = fragment), fragment);
    await body(playground).waitFor();
}

/** Opens another workshop in place of the one that is open. */
async function openOther(playground, path) {
    await playground.button('Close the workshop').click();
    await body(playground).waitFor({ state: 'detached' });
    await go(playground, `#workshop=${path}`);
    await heading(playground, 'The sum of squares');
}

const body = (playground) => playground.page.locator('#lesson-body');
const status = (playground) => playground.page.locator('.lesson-status');
const heading = (playground, name) => body(playground).getByRole('heading', { name, level: 1 }).waitFor();

async function check(playground) {
    await playground.button('Check').click();
    await playground.until(async () => /Solved\.|holds?\./.test(await status(playground).innerText()), 'the end of the check');
    return status(playground).innerText();
}

async function saved(playground) {
    const download = playground.page.waitForEvent('download');
    await playground.button('Save as a file').click();
    const stream = await (await download).createReadStream();
    return Buffer.concat(await stream.toArray()).toString();
}

async function load(playground, name, text) {
    const chooser = playground.page.waitForEvent('filechooser');
    await playground.button(name).click();
    await (await chooser).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

export const tests = {
    async 'a lesson is read: its programs run in place, and its questions are graded'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    println!("mine");\n}\n');
        await playground.button('Lessons').click();
        await body(playground).waitFor();
        await playground.button('Contents').click();
        await body(playground).getByRole('button', { name: /A stack machine by hand/ }).click();
        await heading(playground, 'A stack machine by hand');
        assert.equal(new URL(playground.page.url()).hash, '#lesson=04-stack-machine');
        await body(playground).getByRole('button', { name: 'Run', exact: true }).first().click();
        await playground.until(async () => (await playground.output()).trim() === '24', 'the output');
        await body(playground).getByRole('button', { name: 'Step', exact: true }).nth(1).click();
        await playground.settled();
        assert.match(await playground.program(), /fn perimeter/);
        await playground.button('Stepping').click();
        const fields = body(playground).getByRole('textbox');
        for (const [index, answer] of ['3', '11', 'ADD_U32', '24', '6', '2'].entries()) await fields.nth(index).fill(answer);
        assert.match(await check(playground), /5 of 6 things hold/);
        await body(playground).getByText('11 is not the answer').waitFor();
        assert.equal(await body(playground).getByText('The answer is').count(), 0, 'a wrong answer gives nothing away');
        await fields.nth(1).fill('12');
        assert.equal(await body(playground).getByText('is not the answer').count(), 0, 'what was said is of another answer');
        assert.match(await check(playground), /Solved/);
        await body(playground).getByText('The parentheses leave no trace').waitFor();
        await playground.page.reload();
        await heading(playground, 'A stack machine by hand');
        await playground.page.getByText('1 of 10 solved').waitFor();
        assert.equal(await fields.nth(0).inputValue(), '3');
        await playground.button('Close the workshop').click();
        await playground.until(async () => /mine/.test(await playground.program()), 'the own program');
        assert.equal(new URL(playground.page.url()).hash, '');
    },

    async 'an exercise is solved: what fails is named and marked, hints open one by one'(playground) {
        await openWorkshop(playground, exported(WORKSHOP));
        await heading(playground, 'The sum of squares');
        assert.match(await check(playground), /^✗ \d of 7 things hold/);
        const results = playground.page.getByRole('region', { name: 'What was checked' });
        await results.getByText('assertion `left == right` failed').first().waitFor({ state: 'attached' });
        assert.match(await results.innerText(), /uses an iterator, not a for loop/);
        await results.getByRole('button', { name: /^Go to line/ }).first().click();
        assert.equal(await playground.page.evaluate(() => document.activeElement.className), 'editor-host');
        assert.equal(await body(playground).getByText('A slice has the method').count(), 0);
        await body(playground).getByRole('button', { name: /^Show a hint/ }).click();
        await body(playground).getByText('A slice has the method').waitFor();
        assert.equal(await body(playground).getByText('yields references').count(), 0);
        await body(playground).getByRole('button', { name: /^Show another hint/ }).click();
        await body(playground).getByText('yields references').waitFor();
        await body(playground).getByRole('button', { name: 'Show the solution' }).click();
        await body(playground).getByRole('button', { name: 'Not yet' }).click();
        assert.equal(await body(playground).getByText('A solution').count(), 0);
        await playground.write('fn sum_of_squares(numbers: &[u64]) -> u64 { nothing }');
        assert.match(await check(playground), /hold/);
        await results.getByText('E0425').first().waitFor();
        await playground.write(SOLUTION);
        assert.match(await status(playground).innerText(), /Something has changed since/);
        assert.match(await check(playground), /Solved/);
        await playground.page.getByText('1 of 5 solved').waitFor();
        await playground.button('Next ›').click();
        await heading(playground, 'The average of what is read');
        await playground.button('Previous').click();
        await heading(playground, 'The sum of squares');
        assert.equal((await playground.program()).trim(), SOLUTION.trim());
        await body(playground).getByRole('button', { name: 'Show the solution' }).click();
        await body(playground).getByRole('button', { name: 'Show it' }).click();
        await body(playground).getByText('An iterator is a loop that somebody else has written').waitFor();
    },

    async 'an exercise is solved with the keyboard alone'(playground) {
        await openWorkshop(playground, exported(WORKSHOP), '#workshop=w.json&exercise=stack');
        const { page } = playground;
        const { keyboard } = page;
        const focused = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.ariaLabel || document.activeElement.type);
        /** Goes on with Tab to what has this name. */
        const tabTo = async (name) => {
            for (let count = 0; count < 60; count++) {
                if (name.test(await focused())) return;
                await keyboard.press('Tab');
            }
            throw new Error(`${name} is not reached; the focus is on ${await focused()}`);
        };
        await playground.until(async () => (await page.evaluate(() => document.activeElement.id)) === 'lesson-body', 'the focus');
        await tabTo(/^text$/);
        for (const answer of ['5', '1']) {
            await keyboard.type(answer);
            await keyboard.press('Tab');
        }
        await keyboard.press('ArrowDown');
        await keyboard.press('ArrowUp');
        await keyboard.press('ArrowDown');
        await keyboard.press('Tab');
        await keyboard.press('Space');
        await tabTo(/^text$/);
        await keyboard.type('14');
        await keyboard.press('Enter');
        await playground.until(async () => /holds?\./.test(await status(playground).innerText()), 'the end of the check');
        assert.equal(await body(playground).getByText('✓ Right').count() >= 3, true);
        await tabTo(/^Show the answers$/);
        await keyboard.press('Enter');
        await playground.until(async () => (await page.evaluate(() => document.activeElement.id)) === 'lesson-asking', 'the question');
        await tabTo(/^Show it$/);
        await keyboard.press('Enter');
        await body(playground).getByText('The answer is').first().waitFor();
    },

    async 'work is saved as a file that the command verifies, and taken back without loss'(playground) {
        const text = exported(WORKSHOP);
        await openWorkshop(playground, text);
        await heading(playground, 'The sum of squares');
        await playground.write(SOLUTION);
        await playground.button('Contents').click();
        await body(playground).getByText('begun', { exact: true }).waitFor();
        await playground.button('Check everything').click();
        await body(playground).getByText('solved', { exact: true }).waitFor();
        const summary = await saved(playground);
        await withFolder(async (folder) => {
            const file = join(folder, 's.json');
            writeFileSync(file, summary);
            const { stdout } = staircase('exercise', 'verify', WORKSHOP, file);
            assert.match(stdout, /^sum: solved, 7 of 7 hold\n/);
            assert.match(stdout, /1 of 5 exercises are solved\n$/);
        });
        await playground.end();

        await openWorkshop(playground, text);
        await heading(playground, 'The sum of squares');
        await playground.button('Contents').click();
        await load(playground, 'Load from a file', '{"format": "staircase-summary"}');
        await playground.page.getByText('it is no summary').waitFor();
        await load(playground, 'Load from a file', summary);
        await body(playground).getByText('begun', { exact: true }).waitFor();
        assert.equal((await playground.program()).trim(), SOLUTION.trim());
        await playground.write(`${SOLUTION}// mine\n`);
        await load(playground, 'Load from a file', summary);
        await body(playground).getByText('holds something else than you have written here').waitFor();
        await playground.button('Keep mine').click();
        assert.match(await playground.program(), /\/\/ mine/);
        await load(playground, 'Load from a file', summary);
        await playground.button("Take the file's").click();
        await playground.until(async () => (await playground.program()).trim() === SOLUTION.trim(), "the file's program");
    },

    async 'a link carries a workshop, and the own program stays'(playground) {
        const { stdout, stderr } = staircase('exercise', 'export', WORKSHOP, '--link', '--only', 'stack', '--site', 'https://example.org/');
        assert.match(stderr, /^\d+ characters: /);
        const { hash } = new URL(stdout.trim());
        assert.ok(stderr.startsWith(`${stdout.trim().length} `));
        await playground.open();
        await playground.write('fn main() {\n    println!("mine");\n}\n');
        await go(playground, hash);
        await heading(playground, 'What the machine does next');
        assert.match(await playground.program(), /fn square/);
        assert.equal(new URL(playground.page.url()).hash, hash, 'a reload opens it again');
        await playground.page.reload();
        await heading(playground, 'What the machine does next');
        await playground.button('Close the workshop').click();
        await playground.until(async () => /mine/.test(await playground.program()), 'the own program');
    },

    async 'what is damaged or hostile is refused, and nothing is lost'(playground) {
        const good = JSON.parse(exported(WORKSHOP));
        const damaged = ['', '{', '[]', '{"format":"staircase-workshop","version":9,"title":"","exercises":[]}', JSON.stringify({ ...good, exercises: [] }), JSON.stringify({ ...good, exercises: [{ ...good.exercises[0], veiled: 'AAAA' }] })];
        let text = '';
        await playground.open({ files: { 'w.json': () => text } });
        await playground.write('fn main() {\n    println!("mine");\n}\n');
        for (text of damaged) {
            await playground.page.evaluate(() => (location.hash = '#workshop=w.json'));
            await playground.page.getByText('The workshop w.json cannot be opened').waitFor();
            await playground.button('Dismiss').click();
        }
        await playground.page.evaluate(() => (location.hash = '#workshop=https://example.org/w.json'));
        await playground.page.getByText('it is not on this site').waitFor();
        const { hash } = new URL(staircase('exercise', 'export', WORKSHOP, '--link', '--only', 'sum', '--site', 'https://example.org/').stdout.trim());
        for (let cut = 40; cut < hash.length; cut += 211) {
            await playground.page.evaluate((hash) => (location.hash = hash), hash.slice(0, cut));
            await playground.page.getByText('This link is damaged').waitFor();
            await playground.button('Dismiss').click();
        }
        assert.match(await playground.program(), /mine/);

        // What a file says is HTML is not believed.
        const { deflateRawSync, inflateRawSync } = await import('node:zlib');
        const inner = JSON.parse(inflateRawSync(Buffer.from(good.exercises[0].veiled, 'base64url')).toString());
        inner.statement = '<h1>Hostile</h1><img src="x" onerror="alert(1)"><script>alert(2)</script><p onclick="alert(3)">x</p><a href="javascript:alert(4)">y</a>';
        const veiled = deflateRawSync(Buffer.from(JSON.stringify(inner))).toString('base64url');
        text = JSON.stringify({ ...good, exercises: [{ ...good.exercises[0], statement: inner.statement, veiled }] });
        playground.page.on('dialog', () => assert.fail('a script ran'));
        await go(playground, '#workshop=w.json');
        await heading(playground, 'Hostile');
        assert.equal(await body(playground).locator('img, script, [onclick], a').count(), 0);
        await body(playground).getByText('<script>').waitFor();
    },

    async 'a check of an endless loop is stopped, and can be made again'(playground) {
        await withFolder(async (folder) => {
            // The command runs the starter, too, to its limit: the file is made of a smaller one.
            writeFileSync(join(folder, '01-round.md'), ENDLESS.replace('1_000_000_000', '1_000'));
            const workshop = JSON.parse(exported(folder));
            const { deflateRawSync, inflateRawSync } = await import('node:zlib');
            const inner = JSON.parse(inflateRawSync(Buffer.from(workshop.exercises[0].veiled, 'base64url')).toString());
            inner.max_steps = 1_000_000_000;
            workshop.exercises[0].veiled = deflateRawSync(Buffer.from(JSON.stringify(inner))).toString('base64url');
            await openWorkshop(playground, JSON.stringify(workshop));
        });
        await heading(playground, 'Round and round');
        await playground.button('Check').click();
        await playground.page.getByText('Checking… 1 of 2').waitFor();
        await playground.button('Stop checking').click();
        await status(playground).getByText('Stopped.').waitFor();
        await playground.write('fn main() {}');
        assert.match(await check(playground), /Solved/);
    },

    async 'what an author changes is shown at once, with what is wrong with it'(playground) {
        await withFolder(async (folder) => {
            cpSync(WORKSHOP, folder, { recursive: true });
            const server = spawn(STAIRCASE, ['exercise', 'serve', folder, '--site', playground.folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
            try {
                const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
                const [address, fragment] = (await lines.next()).value.split(' is on ')[1].split('#');
                playground.address = address;
                await playground.open({ fragment: `#${fragment}` });
                await heading(playground, 'The sum of squares');
                await playground.write(SOLUTION);
                const file = join(folder, '01-sum.md');
                const text = readFileSync(file, 'utf8');
                writeFileSync(file, text.replace('# The sum of squares', '# Sums').replace('`for` loop"', '`for` loop"\nkinds = 1'));
                await heading(playground, 'Sums');
                await body(playground).getByRole('alert').getByText('kinds').first().waitFor();
                assert.equal((await playground.program()).trim(), SOLUTION.trim(), 'what was written stays');
                writeFileSync(file, text);
                await heading(playground, 'The sum of squares');
                await playground.until(async () => (await body(playground).getByRole('alert').count()) === 0, 'the problem to be gone');
            } finally {
                server.kill();
            }
        });
    },

    async 'a browser that keeps nothing is named, and the work can still be saved'(playground) {
        await openWorkshop(playground, exported(WORKSHOP));
        await heading(playground, 'The sum of squares');
        await playground.page.evaluate(() => {
            Storage.prototype.setItem = () => {
                throw new DOMException('full', 'QuotaExceededError');
            };
        });
        await playground.write(SOLUTION);
        await playground.page.getByText('save your progress as a file').waitFor();
        await playground.button('Contents').click();
        assert.equal(JSON.parse(await saved(playground)).exercises[0].program.trim(), SOLUTION.trim());
    },

    async 'a workshop of the site opens without a network, as it was last, and at most so many are kept'(playground) {
        await withFolder(async (folder) => {
            cpSync(playground.folder, folder, { recursive: true });
            const text = exported(WORKSHOP);
            const write = (text) => writeFileSync(join(folder, 'w.json'), text);
            const changed = (title) => JSON.stringify({ ...JSON.parse(text), title });
            write(text);
            const site = await serve(folder, '/a/path/');
            let isOver = false;
            try {
                playground.address = site.address;
                await playground.open({ fragment: '#workshop=w.json' });
                await heading(playground, 'The sum of squares');
                await playground.until(() => playground.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'), 'the service worker');
                const kept = () =>
                    playground.page.evaluate(async () => {
                        const names = (await caches.keys()).filter((name) => name.startsWith('staircase-workshops '));
                        const requests = await (await caches.open(names[0])).keys();
                        return [names.length, requests.map(({ url }) => url.slice(url.lastIndexOf('/') + 1))];
                    });
                assert.deepEqual(await kept(), [1, ['w.json']]);
                // What its author has changed is shown, and kept, while there is a network.
                write(changed('Changed'));
                await playground.reload();
                await playground.button('Contents').click();
                await body(playground).getByRole('heading', { name: 'Changed' }).waitFor();
                for (let index = 1; index < 9; index++) await openOther(playground, `w.json?${index}`);
                await playground.until(async () => (await kept())[1].includes('w.json?8'), 'the last to be kept');
                assert.deepEqual((await kept())[1], Array.from({ length: 8 }, (_, index) => `w.json?${index + 1}`));
                await openOther(playground, 'w.json');
                // One that is gone is gone.
                await playground.page.evaluate(() => (location.hash = '#workshop=gone.json'));
                await playground.page.getByText('The workshop gone.json cannot be opened: 404').waitFor();
                playground.complaints.length = 0;

                await playground.until(async () => (await kept())[1].includes('w.json'), 'it to be kept');
                site.end();
                isOver = true;
                await playground.page.goto('about:blank');
                await playground.page.goto(`${playground.address}#workshop=w.json`);
                await heading(playground, 'The sum of squares');
                await playground.button('Contents').click();
                await body(playground).getByRole('heading', { name: 'Changed' }).waitFor();
                await playground.page.evaluate(() => (location.hash = '#workshop=w.json?1'));
                await playground.page.getByText('The workshop w.json?1 cannot be opened').waitFor();
                playground.complaints.length = 0;
            } finally {
                if (!isOver) site.end();
            }
        });
    },

    async 'a main that the tests bring is no problem, and a program without one does not run'(playground) {
        await openWorkshop(playground, exported(WORKSHOP));
        await heading(playground, 'The sum of squares');
        const tab = (name) => playground.page.getByRole('tab', { name, exact: true });
        assert.doesNotMatch(await playground.program(), /fn main/);
        await tab('Problems').click();
        await playground.page.getByText('a check brings one of its own').waitFor();
        await playground.page.locator('.lesson-foot').getByText('A check brings a main of its own').waitFor();
        await playground.button('Run').click();
        await playground.page.locator('.status').getByText('Not run: there is no main').waitFor();
        await playground.page.getByText('a check brings one of its own').waitFor();
        await playground.write(SOLUTION.replace('n * n', '""'));
        await tab('Problems (1)').waitFor();
        await playground.write(`${SOLUTION}fn main() {}\n`);
        await playground.page.getByText('The compiler has nothing to say about this program.').waitFor();
        await playground.button('Close the workshop').click();
        await playground.write(SOLUTION);
        await tab('Problems (1)').waitFor();
        await playground.page.getByText('function not found in crate').waitFor();
    },

    async 'beside the text, and below it, each tab shows something of its own'(playground) {
        const text = exported(WORKSHOP);
        const all = ['Text', 'Code', 'Results', 'Layers'];
        for (const [width, names] of [[859, all], [860, all.slice(1)], [1000, all.slice(1)], [1279, all.slice(1)], [1280, []]]) {
            await openWorkshop(playground, text, '#workshop=w.json', { viewport: { width, height: 800 } });
            await heading(playground, 'The sum of squares');
            const { page } = playground;
            const pressed = () => page.locator('.parts button[aria-pressed="true"]:visible').allInnerTexts();
            const shown = () => page.evaluate(() => [...document.querySelectorAll('main > section')].filter((part) => getComputedStyle(part).visibility === 'visible').map(({ className }) => className).join());
            assert.deepEqual(await page.locator('.parts button:visible').allInnerTexts(), names, `${width} px`);
            assert.deepEqual(await pressed(), names.slice(0, 1), `${width} px`);
            const seen = new Set([await shown()]);
            for (const name of [...names].reverse()) {
                await playground.button(name).click();
                assert.deepEqual(await pressed(), [name], `${width} px`);
                seen.add(await shown());
            }
            assert.equal(seen.size, Math.max(names.length, 1), `${width} px: ${[...seen]}`);
            await playground.end();
        }
    },

    async 'lessons are read without a network'(playground) {
        await playground.open();
        await playground.until(() => playground.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'), 'the service worker');
        await playground.context.setOffline(true);
        await playground.page.reload();
        await playground.ready();
        await playground.button('Lessons').click();
        await body(playground).waitFor();
        await playground.page.getByText('0 of 10 solved').waitFor();
        playground.complaints.length = 0;
    },

    async 'a workshop is accessible in every state, narrow and wide, light and dark'(playground) {
        const text = exported(WORKSHOP);
        for (const colorScheme of ['light', 'dark']) {
            // The last is a screen of 1280 by 720 at 200 %.
            for (const [width, height] of [[1440, 900], [1024, 768], [360, 740], [640, 360]]) {
                await openWorkshop(playground, text, '#workshop=w.json', { colorScheme, viewport: { width, height }, reducedMotion: 'reduce' });
                const where = `${colorScheme}, ${width} px`;
                await heading(playground, 'The sum of squares');
                await playground.checkAccess(where);
                await check(playground);
                await body(playground).getByRole('button', { name: /^Show a hint/ }).click();
                await body(playground).getByText('A slice has the method').waitFor();
                await body(playground).getByRole('button', { name: 'Show the solution' }).click();
                await playground.checkAccess(`${where}, checked`);
                await body(playground).getByRole('button', { name: 'Show it' }).click();
                await body(playground).getByText('A solution').waitFor();
                await playground.checkAccess(`${where}, solution`);
                await playground.button('Contents').click();
                await playground.checkAccess(`${where}, contents`);
                await go(playground, '#workshop=w.json&exercise=stack');
                await heading(playground, 'What the machine does next');
                await check(playground);
                await playground.checkAccess(`${where}, questions`);
                const overflow = await playground.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                assert.ok(overflow <= 0, `${where}: the page is wider than the screen by ${overflow}`);
                await playground.end();
            }
        }
    },
};
