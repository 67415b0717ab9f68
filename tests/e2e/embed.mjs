// Live programs in documents: on another origin than the site, under a strict policy, in every browser that there is.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { axeSource } from './browser.mjs';
import { BROWSERS, Embed, Reader, serveDocuments } from './reader.mjs';
import { serve } from './server.mjs';

const SUM = `fn add(a: i32, b: i32) -> i32 {
    let sum = a + b;
    sum
}

fn main() {
    let mut total = 0;
    for i in [3, 1, 4] {
        total = add(total, i);
        println!("{i}: {total}");
    }
}
`;
const PRINTED = '3: 3\n1: 4\n4: 8\n';

const PANIC = `fn main() {
    let list = vec![7, 8];
    println!("before");
    println!("{}", list[2]);
}
`;

const ECHO = `fn main() {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    println!("read {}", line.trim());
    let small: u8 = 255;
    println!("{}", small.wrapping_add(line.len() as u8));
}
`;

/** How large the script may be, and all that is loaded to step what was compiled before; compressed, in bytes. */
const SCRIPT_BUDGET = 6_000;
const STEPPER_BUDGET = 250_000;

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const attributes = (values, prefix) => Object.entries(values).map(([name, value]) => ` ${prefix}${name}="${escape(String(value))}"`).join('');
const output = (text) => (text === undefined ? '' : `<pre class="staircase-output"><samp>${escape(text)}</samp></pre>`);

/** The first form: code in a `pre`. */
const code = (source, values = {}, printed) => `<pre><code class="language-rust" data-staircase${attributes(values, 'data-')}>${escape(source)}</code></pre>${output(printed)}`;
/** The second form: an element of its own. */
const element = (source, values = {}, printed) => `<stair-case${attributes(values, '')}><pre><code class="language-rust">${escape(source)}</code></pre>${output(printed)}</stair-case>`;

/** A site and documents that show programs with it; `tell` puts a line into the report. */
class Stage {
    constructor(reader, tell) {
        this.reader = reader;
        this.tell = tell;
        this.documents = new Map();
        this.sent = [];
    }

    async open(folder, body, { policy = true, connect = false, script, title = 'A document', cached = true, ...options } = {}) {
        this.site = await serve(folder, '/play/', { compressed: true, headers: true, cached, sent: (name, size) => this.sent.push({ name, size }) });
        this.host = await serveDocuments(this.documents);
        const { origin } = new URL(this.site.address);
        const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width">
<script type="module" src="${script ?? `${this.site.address}embed.js`}"></script></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
        const headers = policy ? { 'Content-Security-Policy': `default-src 'none'; script-src ${origin}; frame-src ${origin}${connect ? "; connect-src 'self'" : ''}` } : {};
        this.documents.set('/', { body: html, headers });
        await this.reader.open(this.host.origin + '/', options);
    }

    /** How many bytes the site has sent since it was asked last. */
    taken() {
        const files = this.sent.splice(0);
        return { bytes: files.reduce((sum, { size }) => sum + size, 0), names: files.map(({ name }) => name), files };
    }

    end() {
        this.site?.end();
        this.host?.end();
    }
}

/** A document of many paragraphs with an embed here and there. */
const long = (count) =>
    Array.from({ length: count }, (_, index) => `<h2>Part ${index}</h2>${'<p>Words and words that go on for a while, so that there is something to scroll past.</p>'.repeat(24)}${code(SUM, { title: `Program ${index}` }, PRINTED)}`).join('\n');

/** Records what the elements of a document are told. */
const listen = () => {
    window.told = [];
    for (const name of ['loaded', 'output', 'step', 'resize', 'error']) {
        document.addEventListener(`staircase:${name}`, (event) => window.told.push([name, event.detail]));
    }
};

/** Has a program compiled by pressing Step, and returns what was compiled in the form of the attribute. */
async function bundleOf(embed) {
    await embed.frame.evaluate(() => {
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (message, ...rest) {
            const holds = (bytes) => String.fromCharCode(...bytes.subarray(0, 32)).includes('STDB');
            if (message instanceof Uint8Array && holds(message)) window.opened ??= Array.from(message);
            return postMessage.call(this, message, ...rest);
        };
    });
    await embed.press('Step');
    const message = Buffer.from(await embed.frame.evaluate(() => window.opened));
    // A request of the kind 0 with its number, and in it a program of the kind 1 with its length.
    let at = 1;
    const number = () => {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
            const byte = message[at++];
            value += (byte & 127) * 2 ** shift;
            if (byte < 128) return value;
        }
    };
    const [, kind, length] = [number(), number(), number()];
    assert.deepEqual([message[0], kind, message.toString('latin1', at, at + 4)], [0, 1, 'STDB']);
    return message.subarray(at, at + length).toString('base64url');
}

async function stepOn(embed, times) {
    const seen = [];
    for (let index = 0; index < times; index++) {
        seen.push(await embed.runningLine());
        await embed.press('Step');
    }
    return seen;
}

/** What axe has to say of a frame. */
async function checkAccess(embed, what) {
    await embed.frame.evaluate(axeSource);
    const violations = await embed.frame.evaluate(async () => {
        const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    });
    assert.deepEqual(violations, [], what);
}

const everywhere = {
    async 'both forms become live programs under a strict policy, and are stepped both ways'(stage, folder) {
        const { reader } = stage;
        await stage.open(folder, code(SUM, {}, PRINTED) + element(PANIC));
        const history = await reader.do(() => window.history.length);
        await reader.live(2);
        assert.equal(await reader.do(() => document.querySelector('main').innerText.includes('fn add')), false, 'the text has made room');
        const first = await Embed.of(reader, 'main > iframe');
        assert.equal((await first.text('.console')).trim(), PRINTED.trim(), 'what was recorded is there until the program is run');
        await first.press('Step');
        const seen = await stepOn(first, 6);
        assert.ok(seen.includes('let sum = a + b;'), seen.join(' | '));
        const back = [];
        for (let index = 0; index < 6; index++) {
            await first.press('Back');
            back.unshift(await first.runningLine());
        }
        assert.deepEqual(back, seen, 'the way back is the same');
        assert.ok((await first.texts('.variables .label')).includes('main'));
        const second = await Embed.of(reader, 'stair-case iframe');
        await second.press('Run');
        assert.match(await second.text('.console'), /^before\n[^]*panicked at main.rs:4:/);
        await second.press('Back');
        assert.match(await second.runningLine(), /^println!\("before"\)|^println!\("{}"/);
        assert.equal(await reader.do(() => window.history.length), history, 'the history of the document is its own');
        assert.deepEqual(reader.complaints, []);
    },

    async 'every attribute does what it says'(stage, folder) {
        const { reader } = stage;
        const many = [
            element(SUM, { pane: 'bytecode machine output', step: 'end', title: 'The sum' }),
            element(PANIC, { step: 'panic', theme: 'dark' }),
            element(SUM, { height: 220, hide: '1-5', highlight: '8 9:17-9:29' }),
            element(ECHO, { autorun: '', stdin: 'four\n', profile: 'release' }),
            element(SUM, { step: 60, layer: 2, theme: 'sepia', pane: 'output cellar' }),
        ];
        await stage.open(folder, many.map((embed, index) => `<div id="e${index}">${embed}</div>`).join(''), { height: 4000 });
        await reader.live(5);
        const [end, panic, shown, echo, step] = await Promise.all([0, 1, 2, 3, 4].map((index) => Embed.of(reader, `#e${index} iframe`)));
        await end.until('the end', async () => (await end.text('.pane .good'))?.includes('exit code 0'));
        assert.deepEqual(await end.texts('.pane h2'), ['Bytecode', 'Machine', 'Output\nexit code 0'], 'the panes in their order');
        assert.equal(await reader.do(() => document.querySelector('#e0 iframe').title), 'The sum');
        await end.until('the listing', async () => (await end.texts('.stage .line')).length > 5);
        await end.press('Back');
        await end.until('what runs in the listing', async () => (await end.texts('.stage .running')).length > 0);

        await panic.until('the panic', () => panic.runningLine());
        assert.match(await panic.runningLine(), /list\[2\]/);
        assert.equal(await panic.frame.evaluate(() => document.documentElement.dataset.theme), 'dark');

        const [{ height }] = await reader.boxes('#e2 iframe');
        assert.equal(height, 220);
        assert.deepEqual((await shown.texts('.code .hidden-lines')).map((text) => text.replace(/^▸ /, '')), ['lines 1 to 5 are hidden']);
        assert.equal(await shown.text('.code .highlighted'), '    for i in [3, 1, 4] {\n');
        assert.equal((await shown.texts('.code mark')).join(''), 'add(total,i)');
        await shown.press('▸ lines 1 to 5 are hidden');
        assert.equal((await shown.texts('.code .line')).length, SUM.trimEnd().split('\n').length);
        assert.equal((await shown.texts('button')).some((name) => name === 'Edit'), false, 'read-only unless the author says otherwise');

        await echo.until('the output', async () => (await echo.text('.console'))?.startsWith('read four'));

        await step.until('the moment', async () => (await step.step()) === 60);
        assert.ok(reader.said.some((text) => /theme="sepia"/.test(text)) && reader.said.some((text) => /pane="output cellar"/.test(text)), `what means nothing is named: ${reader.said}`);
    },

    async 'the document talks with a program, and nobody else does'(stage, folder) {
        const { reader } = stage;
        await stage.open(folder, `<div id="sum">${code(SUM)}</div>`);
        await reader.do(listen);
        await reader.do(() => document.querySelector('#sum code').staircase.goto(40));
        await reader.until('the moment', () => window.told.find(([name, detail]) => name === 'step' && detail.step === 40));
        const [, { steps, line, output }] = await reader.do(() => window.told.find(([name]) => name === 'step'));
        assert.ok(steps > 100 && line > 0 && output.stdout === 0, JSON.stringify({ steps, line, output }));
        const printed = await reader.do(() => window.told.filter(([name]) => name === 'output').map(([, { text }]) => text).join(''));
        assert.equal(printed, PRINTED);
        const steps0 = await reader.do(() => window.told.filter(([name]) => name === 'step').length);
        await reader.do(() => document.querySelector('#sum code').staircase.step({ unit: 'instruction', direction: 'back' }));
        await reader.until('a step back', (before) => window.told.filter(([name]) => name === 'step').length > before, steps0);
        assert.equal(await reader.do(() => window.told.at(-1)[1].step), 39);
        await reader.do(() => document.querySelector('#sum code').staircase.load({ source: 'fn main() { println!("another"); }\n' }));
        await reader.do(() => document.querySelector('#sum code').staircase.run());
        await reader.until('another program', () => window.told.some(([name, { text }]) => name === 'output' && text === 'another\n'));
        await reader.do(() => document.querySelector('#sum code').staircase.load({ source: 'fn main() { missing() }\n' }));
        await reader.do(() => document.querySelector('#sum code').staircase.run());
        await reader.until('an error', () => window.told.some(([name, { message }]) => name === 'error' && /E0425/.test(message)));

        // A message of the document is not one of a frame, and a message of another frame is not one of the document.
        const before = await reader.do(() => window.told.length);
        await reader.do(() => window.postMessage({ staircase: 1, type: 'on-output', stream: 'stdout', text: 'forged' }, '*'));
        const other = await (await reader.frame('iframe'));
        await other.evaluate(() => window.postMessage({ staircase: 1, type: 'load', source: 'fn main() { println!("forged"); }', options: { autorun: true } }, '*'));
        await new Promise((resolve) => setTimeout(resolve, 300));
        assert.deepEqual(await reader.do((before) => window.told.slice(before), before), []);
    },

    async 'the text stays where the site cannot be reached, and without JavaScript'(stage, folder) {
        const { reader } = stage;
        await stage.open(folder, code(SUM, {}, PRINTED), { policy: false, script: 'http://127.0.0.1:9/embed.js' });
        assert.match(await reader.do(() => document.body.innerText), /fn add[^]*3: 3/);
        await reader.close();
        // The script is there, and its frames are not: the policy of the document forbids them.
        const { origin } = new URL(stage.site.address);
        stage.documents.get('/').headers = { 'Content-Security-Policy': `default-src 'none'; script-src ${origin}` };
        stage.documents.get('/').body = stage.documents.get('/').body.replace('http://127.0.0.1:9/', stage.site.address);
        await reader.open(stage.host.origin + '/');
        await reader.until('the attempt', () => document.querySelector('iframe') !== null);
        await new Promise((resolve) => setTimeout(resolve, 500));
        assert.match(await reader.do(() => document.body.innerText), /fn add[^]*3: 3/);
        reader.complaints.length = 0;
        // Firefox cannot be told by its driver to leave scripts out.
        if (reader.name !== 'Chromium') return;
        await reader.close();
        await reader.open(stage.host.origin + '/', { javaScript: false });
        assert.match(await reader.page.innerText('body'), /fn add[^]*3: 3/);
    },

    async 'the script of a book finds its site where no inline script may run, and leaves the page for printing alone'(stage, folder) {
        const { reader } = stage;
        await stage.open(folder, '');
        await reader.close();
        const script = readFileSync(new URL('../../crates/mdbook/src/site.js', import.meta.url), 'utf8');
        const origin = new URL(stage.site.address).origin;
        const headers = { 'Content-Security-Policy': `default-src 'none'; script-src 'self' ${origin}; frame-src ${origin}` };
        const page = (root) => `<!doctype html><html lang="en"><title>A page</title><script>const path_to_root = "${root}";</script>${code(SUM, {}, PRINTED)}<script src="${root}mdbook-staircase-0.js"></script></html>`;
        stage.documents.set('/book/mdbook-staircase-0.js', { body: script.replace('SITE', JSON.stringify(stage.site.address)), headers: { 'Content-Type': 'text/javascript' } });
        stage.documents.set('/book/part/page.html', { body: page('../'), headers });
        stage.documents.set('/book/print.html', { body: page(''), headers });
        await reader.open(`${stage.host.origin}/book/part/page.html`);
        await reader.live(1);
        await reader.close();
        await reader.open(`${stage.host.origin}/book/print.html`);
        await new Promise((resolve) => setTimeout(resolve, 500));
        assert.equal(await reader.do(() => document.querySelectorAll('iframe, script[type=module]').length), 0);
    },

    async 'elements that come later are live, too, and those that go are forgotten'(stage, folder) {
        const { reader } = stage;
        await stage.open(folder, '<div id="here"></div>');
        await reader.do((html) => (document.querySelector('#here').innerHTML = html), code(SUM) + element(PANIC));
        await reader.live(2);
        await reader.do(() => document.querySelector('#here > pre').remove());
        await reader.until('one frame', () => document.querySelectorAll('iframe').length === 1);
        // An element that is moved is loaded again.
        await reader.do(() => document.querySelector('main').append(document.querySelector('stair-case')));
        await reader.live(1);
        const embed = await Embed.of(reader);
        await embed.press('Run');
        assert.match(await embed.text('.console'), /^before/);
        assert.deepEqual(reader.complaints, []);
    },

    async 'of ten programs only those near are loaded, and nothing shifts'(stage, folder) {
        const { reader } = stage;
        await stage.open(folder, long(10), { policy: false });
        await reader.do(() => {
            window.shift = 0;
            if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
                new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.hadRecentInput ? 0 : entry.value))).observe({ type: 'layout-shift', buffered: true });
            }
        });
        await new Promise((resolve) => setTimeout(resolve, 800));
        const atFirst = await reader.do(() => document.querySelectorAll('iframe').length);
        assert.ok(atFirst <= 2, `${atFirst} frames at first`);
        const height = await reader.do(() => document.documentElement.scrollHeight);
        const gaps = await reader.do(async () => {
            const gaps = [];
            let last = performance.now();
            const end = document.documentElement.scrollHeight - innerHeight;
            for (let y = 0; y <= end; y += 60) {
                scrollTo(0, y);
                await new Promise(requestAnimationFrame);
                const now = performance.now();
                gaps.push(now - last);
                last = now;
            }
            return gaps.sort((a, b) => a - b);
        });
        await reader.do(() => scrollTo(0, 0));
        await reader.until('all frames', () => {
            scrollBy(0, 700);
            return document.querySelectorAll('iframe').length === 10;
        });
        await reader.live(10);
        const { names } = stage.taken();
        assert.ok(!names.some((name) => /worker/.test(name)), 'no compiler before anything is pressed');
        const now = await reader.do(() => [document.documentElement.scrollHeight, window.shift]);
        stage.tell(`scrolling past ten: the longest frame took ${gaps.at(-1).toFixed(0)} ms, the median ${gaps[gaps.length >> 1].toFixed(0)} ms; shift ${now[1].toFixed(4)}`);
        assert.ok(Math.abs(now[0] - height) <= 10, `the document is about as long as before: ${height}, ${now[0]}`);
    },

    async 'a compiled program is stepped without the compiler, within the budget'(stage, folder) {
        const { reader } = stage;
        assert.ok(brotliCompressSync(readFileSync(join(folder, 'embed.js'))).length < SCRIPT_BUDGET);
        await stage.open(folder, code(SUM));
        await reader.live(1);
        const compiled = await bundleOf(await Embed.of(reader));
        await reader.close();
        stage.end();
        stage.taken();

        const file = { body: Buffer.from(compiled, 'base64url'), headers: { 'Content-Type': 'application/octet-stream' } };
        stage.documents.set('/sum.stdb', file);
        const other = SUM.replace('[3, 1, 4]', '[2, 2]');
        const body = code(SUM, { program: compiled }) + element(SUM, { program: './sum.stdb', pane: 'bytecode' }) + `<div id="other">${code(other, { program: compiled })}</div>`;
        await stage.open(folder, body, { connect: true });
        await reader.live(3);
        await new Promise((resolve) => setTimeout(resolve, 300));
        const before = stage.taken();
        assert.ok(!before.names.some((name) => /worker|compiler|editor|woff/.test(name)), before.names.join(' '));
        const [inline, named, changed] = await Promise.all(['main > iframe', 'stair-case iframe', '#other iframe'].map((selector) => Embed.of(reader, selector)));
        await inline.press('Run');
        assert.equal((await inline.text('.console')).trim(), PRINTED.trim());
        await named.press('Step');
        await named.until('the listing', async () => (await named.texts('.stage .line')).length > 5);
        const after = stage.taken();
        const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
        stage.tell(`three embeds: ${kilo(before.bytes)} in ${before.names.length} files before anything is pressed, ${kilo(after.bytes)} more to step two of them`);
        assert.ok(!after.names.some((name) => /compiler|worker_bg/.test(name)), after.names.join(' '));
        const sizes = new Map([...before.files, ...after.files].map(({ name, size }) => [name, size]));
        const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
        stage.tell(`all that a stepper is made of: ${kilo(all)}`);
        assert.ok(all < STEPPER_BUDGET, `${all} bytes: ${[...sizes].join(' ')}`);

        // One that was compiled from another text is compiled again.
        await changed.press('Run');
        assert.equal((await changed.text('.console')).trim(), '2: 2\n2: 4');
        assert.ok(stage.taken().names.some((name) => /worker_bg/.test(name)));
        assert.deepEqual(reader.complaints, []);
    },

    async 'all programs of a document share one compiler'(stage, folder) {
        const { reader } = stage;
        // Each compiler fetches itself, which cannot be seen where the browser keeps files.
        const count = 4;
        await stage.open(folder, Array.from({ length: count }, (_, index) => `<div id="e${index}">${code(SUM.replace('3,', `${index},`))}</div>`).join(''), { height: 3000, cached: false });
        await reader.live(count);
        const embeds = await Promise.all(Array.from({ length: count }, (_, index) => Embed.of(reader, `#e${index} iframe`)));
        await Promise.all(embeds.map((embed) => embed.press('Run')));
        for (const [index, embed] of embeds.entries()) assert.match(await embed.text('.console'), new RegExp(`^${index}: ${index}\n1: ${index + 1}`));
        assert.equal(stage.taken().names.filter((name) => /worker_bg/.test(name)).length, 1);
        // Those that can be seen from here are the embeds' own, and the compiler is none of them.
        if (reader.name === 'Chromium') assert.equal(reader.page.workers().length, count);
        assert.deepEqual(reader.complaints, []);
    },

    async 'a program looks as if it were of the document: its corners, and the distance of its lines'(stage, folder) {
        const { reader } = stage;
        const lines = 'fn main() {\n    println!("hi");\n}\n';
        for (const scheme of ['light', 'dark']) {
            const themes = ['dark', 'light', 'auto'];
            const body = themes.map((theme, index) => `<div id="e${index}">${code(lines, { theme })}</div>`).join('');
            const look = `<style>:root { color-scheme: ${scheme} } body { background: rgb(200, 40, 160) } pre code { display: block; padding: 30px; line-height: normal }</style>`;
            await stage.open(folder, look + body, { policy: false });
            const leading = await reader.do(() => {
                const range = document.createRange();
                range.selectNodeContents(document.querySelector('#e0 code'));
                return range.getBoundingClientRect().height / 3;
            });
            await reader.live(themes.length);
            for (const [index, theme] of themes.entries()) {
                const [{ left, top, right, bottom }] = await reader.boxes(`#e${index} iframe`);
                for (const [x, y] of [[left, top], [right - 1, bottom - 1]]) {
                    assert.deepEqual(await reader.colour(Math.ceil(x), Math.ceil(y)), [200, 40, 160], `${theme} in ${scheme} at ${x}, ${y}`);
                }
                const embed = await Embed.of(reader, `#e${index} iframe`);
                const shown = await embed.frame.evaluate(() => document.querySelector('.code .line').getBoundingClientRect().height);
                assert.ok(Math.abs(shown - leading) < 1, `${shown} px a line, and ${leading} in the document`);
            }
            await reader.close();
            stage.end();
        }
    },

    async 'the reader edits where the author allows it'(stage, folder) {
        const { reader } = stage;
        await stage.open(folder, element('fn main() {\n    println!("one");\n}\n', { editable: '' }));
        await reader.live(1);
        const embed = await Embed.of(reader);
        await embed.press('Run');
        await embed.press('Edit');
        const root = () => embed.frame.evaluate(() => document.querySelector('.editor-host')?.shadowRoot?.querySelector('.cm-content')?.textContent.includes('one'));
        await embed.until('the editor', root);
        await embed.frame.evaluate(() => document.querySelector('.editor-host').shadowRoot.querySelector('.cm-content').focus());
        const key = reader.name === 'Chromium' ? 'ControlOrMeta+a' : undefined;
        if (key) {
            await reader.page.keyboard.press(key);
        } else {
            await reader.page.keyboard.down('Control');
            await reader.page.keyboard.press('a');
            await reader.page.keyboard.up('Control');
        }
        await reader.page.keyboard.type('fn main() { println!("two"); ');
        await embed.press('Run');
        await embed.until('the output', async () => (await embed.text('.console'))?.trim() === 'two');
        const link = await embed.frame.evaluate(() => document.querySelector('.ends a').href);
        assert.match(link, /\/play\/#[\w-]{12,}$/);
        if (reader.name === 'Chromium') {
            const playground = await reader.context.newPage();
            await playground.goto(link);
            await playground.waitForFunction(() => document.querySelector('.editor-host')?.shadowRoot?.textContent.includes('println!("two")'), null, { timeout: 30_000 });
            await playground.close();
        }
        await embed.press('Reset');
        await embed.press('Run');
        await embed.until('the output', async () => (await embed.text('.console'))?.trim() === 'one');
        assert.deepEqual(reader.complaints, []);
    },

    async 'everything can be reached, light and dark, wide and narrow'(stage, folder) {
        const { reader } = stage;
        for (const options of [{}, { dark: true }, { width: 360, height: 740, reducedMotion: true }]) {
            await stage.open(folder, element(SUM, { pane: 'output variables bytecode machine', hide: '1', theme: options.dark ? 'dark' : 'light', editable: '' }, PRINTED), options);
            await reader.live(1);
            const embed = await Embed.of(reader);
            await checkAccess(embed, `before, ${JSON.stringify(options)}`);
            await embed.frame.evaluate(() => document.querySelector('.tool.main').focus());
            await reader.page.keyboard.press('ArrowRight');
            await embed.settled();
            const first = await embed.step();
            await reader.page.keyboard.press('ArrowRight');
            await embed.until('a step by the arrow key', async () => (await embed.step()) > first);
            await embed.settled();
            await reader.page.keyboard.press('ArrowLeft');
            await embed.until('a step back', async () => (await embed.step()) === first);
            assert.notEqual(await embed.text('[role=status].only-read'), '', 'what happens is said');
            await embed.until('the listing', async () => (await embed.texts('.stage .line')).length > 5);
            await checkAccess(embed, `stepping, ${JSON.stringify(options)}`);
            const { width } = (await reader.boxes('iframe'))[0];
            assert.ok((await embed.frame.evaluate(() => document.documentElement.scrollWidth)) <= width, 'nothing is wider than the frame');
            if (process.env.SHOTS) await reader.shoot(`${process.env.SHOTS}/${reader.name}-${options.dark ? 'dark' : 'light'}-${options.width ?? 1000}.png`);
            await reader.close();
            stage.end();
        }
        assert.deepEqual(reader.complaints, []);
    },
};

/** Every test in every browser. */
export const tests = Object.fromEntries(
    BROWSERS.flatMap((browser) =>
        Object.entries(everywhere).map(([name, test]) => [
            `embed, ${browser}: ${name}`,
            async (playground) => {
                const reader = new Reader(browser);
                const stage = new Stage(reader, (text) => playground.tell(text));
                try {
                    await test(stage, playground.folder);
                } catch (error) {
                    if (process.env.SHOTS) await reader.shoot(`${process.env.SHOTS}/failed-${browser}.png`).catch(() => {});
                    throw error;
                } finally {
                    await reader.close();
                    stage.end();
                }
            },
        ]),
    ),
);
