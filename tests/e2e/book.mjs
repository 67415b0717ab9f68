// The small book of `tests/book`, as mdBook renders it, beside the site, in every browser that there is. The crate's tests have it
// rendered: `cargo test --package mdbook-staircase`.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { BROWSERS, Embed, Reader } from './reader.mjs';
import { serve } from './server.mjs';

const BOOK = fileURLToPath(new URL('../../target/tmp/book/rendered/book', import.meta.url));

/** Book and site on one host, as the book's `site = "/staircase/"` has it. */
async function open(folder) {
    if (!existsSync(BOOK)) throw new Error('there is no book: `cargo test --package mdbook-staircase` renders it');
    const root = mkdtempSync(join(tmpdir(), 'staircase-'));
    symlinkSync(BOOK, join(root, 'book'));
    symlinkSync(resolve(folder), join(root, 'staircase'));
    const sent = [];
    const site = await serve(root, '/', { sent: (name) => sent.push(name) });
    return { address: `${site.address}book/`, sent, end: () => (site.end(), rmSync(root, { recursive: true })) };
}

/** Brings the program of this number into view and waits until it is live. */
async function program(reader, index) {
    // Its frame comes before its text.
    const place = `((text) => (text.previousElementSibling?.matches('iframe') ? text.previousElementSibling : text))([...document.querySelectorAll('main code[data-staircase]')][${index}].closest('pre'))`;
    await reader.do(new Function(`${place}.scrollIntoView({ block: 'center' })`));
    await reader.until(`program ${index}`, new Function(`return ${place}.style.visibility === 'visible'`));
    const frame = await reader.page.evaluateHandle(place);
    return new Embed(await frame.asElement().contentFrame());
}

const everywhere = {
    async 'its programs run and step where they stand, without a compiler'(reader, book) {
        await reader.open(`${book.address}live.html`);
        const count = await reader.do(() => document.querySelectorAll('main code[data-staircase]').length);
        assert.ok(count >= 8, `${count} programs`);
        const whole = await program(reader, 0);
        assert.match(await whole.text('.console'), /^1 < 2 && 2 > 1 is true/);
        await whole.press('Step');
        assert.match(await whole.runningLine(), /^println!/);
        await whole.press('Run');
        assert.match(await whole.text('.console'), /^1 < 2 && 2 > 1 is true/);

        const part = await program(reader, 1);
        assert.doesNotMatch(await part.text('.code'), /let bread/, 'what the author hides');
        const listed = await program(reader, 4);
        await listed.press('Run');
        assert.match(await listed.text('.console'), /^in a list/);
        const panicking = await program(reader, 6);
        await panicking.press('Step');
        await panicking.press('Run');
        assert.match(await panicking.text('.console'), /^before\n[^]*index out of bounds/);
        assert.deepEqual(book.sent.filter((name) => /worker_bg|page_bg/.test(name)), [], 'the programs are compiled already');
    },

    async 'what is not live stays as it was, and says why'(reader, book) {
        await reader.open(`${book.address}more/as-it-is.html`);
        const notes = await reader.do(() => [...document.querySelectorAll('main .staircase-note')].map((note) => [note.innerText.trim(), note.querySelector('summary').dataset.why]));
        assert.deepEqual(notes[0], ['Not live (S0005)', 'Staircase cannot run it: the module `std::thread` is outside the subset.']);
        assert.ok(notes.some(([name]) => name.includes('E0308')));
        const untouched = await reader.do(() => [...document.querySelectorAll('main pre code.language-rust:not([data-staircase])')].map((code) => code.textContent));
        assert.ok(untouched.some((code) => code.includes('std::thread::spawn')));
        assert.ok(untouched.some((code) => code.includes('this is no program')));
    },

    async 'the theme of the book is that of its programs'(reader, book) {
        await reader.open(`${book.address}live.html`);
        const embed = await program(reader, 0);
        const lightest = () => embed.frame.evaluate(() => Math.max(...getComputedStyle(document.querySelector('.code')).color.match(/\d+/g).slice(0, 3).map(Number)));
        for (const [theme, isDark] of [['navy', true], ['rust', false], ['coal', true], ['light', false], ['ayu', true]]) {
            await reader.do((theme) => document.getElementById(`mdbook-theme-${theme}`).click(), theme);
            await embed.until(`light text in ${theme}: ${isDark}`, async () => (await lightest()) > 128 === isDark);
        }
    },
};

// Firefox cannot be told by its driver to leave scripts out.
const inChromium = {
    async 'without JavaScript its text and what the programs print are there'(reader, book) {
        await reader.open(`${book.address}live.html`, { javaScript: false });
        const texts = await (await reader.page.$('main')).evaluate((main) => main.textContent);
        assert.match(texts, /println!\("1 < 2 && 2 > 1 is {}"/);
        assert.match(texts, /1 < 2 && 2 > 1 is true/);
        assert.match(texts, /index out of bounds/);
    },
};

/** Every test in every browser that it can be made in. */
export const tests = Object.fromEntries(
    BROWSERS.flatMap((browser) =>
        Object.entries({ ...everywhere, ...(browser === 'Chromium' && inChromium) }).map(([name, test]) => [
            `book, ${browser}: ${name}`,
            async ({ folder }) => {
                const reader = new Reader(browser);
                const book = await open(folder);
                try {
                    await test(reader, book);
                    // mdBook itself asks the Rust Playground what it can run, and there is none here.
                    const own = /play\.rust-lang\.org|Failed to fetch|attempting to fetch|ERR_NAME_NOT_RESOLVED/;
                    assert.deepEqual(reader.complaints.filter((complaint) => !own.test(complaint)), []);
                } finally {
                    await reader.close();
                    book.end();
                }
            },
        ]),
    ),
);
