// Links: what a person sees goes into one, and comes back from it.

import assert from 'node:assert/strict';

const SUM = `fn sum(values: &[i32]) -> i32 {
    let mut total = 0;
    for value in values {
        total += value;
    }
    total
}

fn main() {
    println!("{}", sum(&[20, 22]));
}
`;

/** How many damaged links are opened; ten thousand take some minutes. */
const MUTATIONS = Number(process.env.LINKS ?? 1_000);

/** Opens the dialogue; resolves to the link's fragment. */
async function share(playground) {
    await playground.button('Share').click();
    const link = await playground.page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
    const { hash } = new URL(link);
    assert.match(hash, /^#[\w-]+$/);
    assert.equal(new URL(playground.page.url()).hash, hash, 'it is in the address bar, too');
    return hash;
}

/** Numbers that look random and are the same each time (Marsaglia, Xorshift RNGs, 2003). */
function random(seed) {
    let state = seed;
    return (below) => {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return (state >>> 0) % below;
    };
}

/** A link with something wrong: cut, changed, doubled, or joined with another one. */
function mutate(links, next) {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_%é=&? ';
    let text = links[next(links.length)];
    for (let count = 1 + next(4); count > 0; count--) {
        const at = next(text.length + 1);
        const character = alphabet[next(alphabet.length)];
        text = [
            () => text.slice(0, at),
            () => text.slice(0, at) + character + text.slice(at + 1),
            () => text.slice(0, at) + character + text.slice(at),
            () => text.slice(0, at) + text.slice(at + 1 + next(8)),
            () => text + text.slice(at),
            () => text.slice(0, at) + links[next(links.length)].slice(at),
        ][next(6)]();
    }
    return text;
}

export const tests = {
    async 'a link carries what is seen: panes, breakpoints, and the moment of the run'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.layer('Bytecode');
        await playground.step();
        await playground.tools('Step', 'Step', 'Step');
        await playground.page.keyboard.press('F9');
        await playground.button('Show another layer beside this one').click();
        const before = await playground.moment();
        const running = await playground.runningLine();
        const hash = await share(playground);
        await playground.checkAccess('the dialogue');
        await playground.end();

        await playground.open({ fragment: hash });
        await playground.settled();
        await playground.until(async () => (await playground.moment()).step === before.step, 'the moment');
        assert.deepEqual(await playground.moment(), before);
        assert.equal(await playground.runningLine(), running);
        assert.equal(await playground.page.locator('.column').count(), 3);
        assert.equal(new URL(playground.page.url()).hash, '', 'what is done from now on is not what the link says');
    },

    async 'a comparison is shared whole'(playground) {
        await playground.open();
        await playground.page.getByLabel('Examples').selectOption({ label: 'Index or iterate: where a bounds check goes' });
        await playground.choose('Layer', 'IR');
        const hash = await share(playground);
        await playground.end();
        await playground.open({ fragment: hash });
        await playground.page.getByRole('listbox', { name: 'Both programs' }).waitFor();
        await playground.choose('Program in the editor', 'Program B');
        assert.match(await playground.program(), /for value in values/);
    },

    async 'links are copied and programs saved'(playground) {
        await playground.open({ permissions: ['clipboard-read', 'clipboard-write'] });
        await playground.write(SUM);
        const hash = await share(playground);
        await playground.button('Copy as Markdown').click();
        await playground.page.getByText('copied').waitFor({ state: 'attached' });
        const copied = await playground.page.evaluate(() => navigator.clipboard.readText());
        assert.ok(copied.startsWith('[Open in Staircase](http') && copied.endsWith(`${hash})`), copied);
        const clipboard = () => playground.page.evaluate(() => navigator.clipboard.readText());
        await playground.button('Copy as embed').click();
        await playground.until(async () => (await clipboard()).includes('data-staircase'), 'the embed in the clipboard');
        const embed = await clipboard();
        assert.ok(embed.startsWith(`<script type="module" src="${new URL('embed.js', playground.page.url()).href}"></script>`), embed);
        assert.match(embed, /<code class="language-rust" data-staircase [^>]*data-program="[\w-]{2000,}"/);
        assert.match(embed, /<samp>42\n<\/samp>/, 'what it prints is recorded');
        await playground.button('Copy as mdBook block').click();
        await playground.until(async () => (await clipboard()).startsWith('```rust'), 'the block in the clipboard');
        assert.ok((await clipboard()).includes(SUM.trim()));
        await playground.page.getByText('QR code', { exact: true }).click();
        await playground.page.getByRole('img', { name: 'The link as a QR code' }).waitFor();
        for (const [name, start] of [['Save .rs', 'fn sum'], ['Save .wasm', '\0asm'], ['Save .stbc', '']]) {
            const download = playground.page.waitForEvent('download');
            await playground.button(name).click();
            const stream = await (await download).createReadStream();
            const bytes = Buffer.concat(await stream.toArray());
            assert.ok(bytes.length > 50 && bytes.toString('latin1').startsWith(start), name);
        }
        const elsewhere = playground.page.getByRole('link', { name: 'Compiler Explorer' });
        const state = JSON.parse(Buffer.from(decodeURIComponent((await elsewhere.getAttribute('href')).split('/clientstate/')[1]), 'base64').toString());
        assert.equal(state.sessions[0].source, SUM);
        await playground.page.keyboard.press('Escape');
        assert.equal(await playground.page.getByRole('dialog').count(), 0);
    },

    async 'no damaged link harms the page or what was written'(playground) {
        await playground.open();
        await playground.write(SUM);
        const links = ['AQFLy1PITczM09BUqK7lAgA', (await share(playground)).slice(1)];
        await playground.page.keyboard.press('Escape');
        await playground.layer('WAT');
        await playground.page.keyboard.press('F9');
        links.push((await share(playground)).slice(1));
        await playground.page.keyboard.press('Escape');
        const next = random(20_260_101);
        const mutated = Array.from({ length: MUTATIONS }, () => mutate(links, next));
        await playground.page.evaluate(async (links) => {
            for (const link of links) {
                const opened = new Promise((done) => addEventListener('hashchange', done, { once: true }));
                const before = location.hash;
                location.hash = link;
                // An empty one, and one that is there already, are no change.
                if (location.hash !== before) await opened;
            }
        }, mutated);
        await playground.page.evaluate((link) => (location.hash = link), links[1]);
        await playground.until(async () => (await playground.program()) === SUM, 'a good link after all of them');
        assert.equal((await playground.run()).output.trim(), '42');
    },
};
