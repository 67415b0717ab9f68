// The playground as a person meets it: what can be done, and what can be seen. Everything is found by its role and name, as
// assistive technology finds it.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';

import { axeSource } from './browser.mjs';

// How long something may take until it is held to be missing; two tests share the machine with whatever else is going on there.
const PATIENCE = 60_000;

export class Playground {
    constructor(browser, address, folder) {
        this.browser = browser;
        this.address = address;
        this.folder = folder;
        this.complaints = [];
        this.told = [];
    }

    /** Puts a line into the report, before the test's own. */
    tell(text) {
        this.told.push(text);
    }

    /**
     * Opens the page in a context of its own: nothing is stored yet but `stored`, by the names that the page has for it. Files whose
     * address matches `slow` come when they are let; `files` are on the site besides, by their names: functions that give their text.
     */
    async open({ fragment = '', slow, files = {}, stored = {}, ...options } = {}) {
        this.context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
        this.context.setDefaultTimeout(PATIENCE);
        await this.context.addInitScript(() => {
            addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
        });
        await this.context.addInitScript((stored) => {
            for (const [name, text] of Object.entries(stored)) localStorage.setItem(`staircase.${name}`, text);
        }, stored);
        if (slow) {
            const passing = new Promise((resolve) => (this.letSlowOnesPass = resolve));
            await this.context.route(slow, async (route) => {
                await passing;
                await route.continue();
            });
        }
        for (const [name, text] of Object.entries(files)) {
            // What a service worker fetches cannot be given in this way.
            await this.context.addInitScript(() => (navigator.serviceWorker.register = () => Promise.reject(new Error('not in this test'))));
            await this.context.route(`**/${name}*`, (route) => route.fulfill({ contentType: 'application/json', body: text() }));
        }
        await this.newPage();
        await this.page.goto(this.address + fragment);
        await (slow ? this.page.locator('.first, .cm-content').first().waitFor({ state: 'attached' }) : this.ready());
    }

    /** A page that reports what it has to complain about. */
    async newPage() {
        this.page = await this.context.newPage();
        this.page.on('console', (message) => {
            if (['error', 'warning'].includes(message.type())) this.complaints.push(`console: ${message.text()}`);
        });
        this.page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`));
        this.page.on('requestfailed', (request) => this.complaints.push(`failed: ${request.url()}`));
        this.page.on('response', (response) => {
            if (response.status() >= 400) this.complaints.push(`${response.status()}: ${response.url()}`);
        });
        this.page.on('request', (request) => {
            const { protocol } = new URL(request.url());
            const own = request.url().startsWith(this.address) || protocol === 'data:' || protocol === 'blob:';
            if (!own) this.complaints.push(`request to elsewhere: ${request.url()}`);
        });
    }

    /** Waits until the compiler has answered. */
    async ready() {
        await this.editor.waitFor({ state: 'attached' });
        await this.page.locator('.column .line').first().waitFor({ state: 'attached' });
    }

    async reload() {
        await this.page.reload();
        await this.ready();
    }

    /** Kills the process that shows the page, as if it had crashed, and opens the page anew. */
    async crash() {
        const crashed = this.page.waitForEvent('crash');
        const session = await this.context.newCDPSession(this.page);
        session.send('Page.crash').catch(() => {});
        await crashed;
        const dead = this.page;
        await this.newPage();
        await dead.close();
        await this.page.goto(this.address);
        await this.ready();
    }

    get editor() {
        return this.page.locator('.cm-content');
    }

    async program() {
        return this.page.evaluate(() => {
            const lines = document.querySelector('.editor-host').shadowRoot.querySelectorAll('.cm-line');
            return [...lines].map((line) => line.textContent).join('\n');
        });
    }

    /** Replaces the program by typing; CodeMirror's own closing of brackets and indenting are kept out of it. */
    async write(program) {
        await this.editor.click();
        await this.page.keyboard.press('ControlOrMeta+a');
        await this.page.keyboard.insertText(program);
    }

    button(name) {
        return this.page.getByRole('button', { name, exact: true });
    }

    async choose(group, name) {
        await this.page.getByRole('group', { name: group }).getByRole('button', { name, exact: true }).click();
    }

    async tab(name) {
        await this.page.getByRole('tab', { name }).click();
    }

    /** Runs the program to its end; resolves to what it printed and how it ended. */
    async run() {
        await this.button('Run').click();
        await this.page.locator('.status .good, .status .bad').first().waitFor();
        return { output: await this.output(), status: await this.status() };
    }

    /** Opens the debugger by its button, and waits for the first moment. */
    async step() {
        await this.button('Step').click();
        await this.settled();
    }

    /** Waits until the debugger is at a moment, and at nothing else. */
    async settled() {
        const tools = this.page.getByRole('toolbar', { name: 'Step through the run' });
        await tools.waitFor();
        await this.until(async () => (await tools.getAttribute('aria-busy')) === 'false' && (await this.page.locator('.narration .place').count()) > 0, 'a moment');
    }

    /** Presses buttons of the debugger's bar, one after the other. */
    async tools(...names) {
        const tools = this.page.getByRole('toolbar', { name: 'Step through the run' });
        for (const name of names) {
            await tools.getByRole('button', { name, exact: true }).click();
            await this.settled();
        }
    }

    /** Presses keys, and waits for the moment that each leads to. */
    async keys(...names) {
        for (const name of names) {
            await this.page.keyboard.press(name);
            await this.settled();
        }
    }

    /** The number of the moment that is shown, and of the last one. */
    async moment() {
        const label = this.page.locator('.moment');
        const total = (await label.innerText()).replaceAll(/\D/g, '');
        return { step: Number(await label.locator('input').inputValue()), total: Number(total) };
    }

    /** Goes to a moment by its number. */
    async goTo(step) {
        await this.page.locator('.moment input').fill(String(step));
        await this.page.locator('.moment input').press('Enter');
        await this.settled();
    }

    /** Presses a button of the bar so many times; resolves to the milliseconds to the frame that shows each step, ascending. */
    async timeSteps(id, count) {
        return this.page.evaluate(async ([id, count]) => {
            const times = [];
            const [tools, number] = [document.querySelector('.tools'), document.querySelector('.moment input')];
            for (let index = 0; index < count; index++) {
                const before = number.value;
                const start = performance.now();
                document.getElementById(id).click();
                while (tools.getAttribute('aria-busy') !== 'false' || number.value === before) await new Promise((done) => requestAnimationFrame(done));
                times.push(performance.now() - start);
            }
            return times.sort((a, b) => a - b);
        }, [id, count]);
    }

    /** The text of the line that runs. */
    async runningLine() {
        const line = this.page.locator('.cm-running-line');
        return (await line.count()) > 0 ? (await line.innerText()).trim() : '';
    }

    /** A row of the memory's picture, by what it begins with. */
    variable(name) {
        return this.page.getByRole('treeitem').filter({ has: this.page.locator('.label').getByText(name, { exact: true }) }).first();
    }

    /** The rows of the memory's picture, of which only those in view exist: what each says, with commas between thousands. */
    async memoryRows() {
        const rows = new Map();
        const tree = this.page.locator('.memory');
        const height = await tree.evaluate((list) => list.scrollHeight);
        for (let top = 0; top < height; top += 400) {
            const found = await tree.evaluate(async (list, top) => {
                list.scrollTop = top;
                for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
                return [...list.querySelectorAll('.memory-row[data-row]')].map((row) => [Number(row.dataset.row), row.textContent.trim().replaceAll('\u2009', ',')]);
            }, top);
            for (const [index, text] of found) rows.set(index, text);
        }
        return [...rows].sort(([a], [b]) => a - b).map(([, text]) => text);
    }

    /** Scrolls to the first row of the memory's picture that matches, and chooses it. */
    async chooseRow(pattern) {
        const tree = this.page.locator('.memory');
        const height = await tree.evaluate((list) => list.scrollHeight);
        for (let top = 0; top < height; top += 200) {
            const id = await tree.evaluate(async (list, [top, source]) => {
                list.scrollTop = top;
                for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
                const { bottom } = list.getBoundingClientRect();
                const isIt = (row) => new RegExp(source).test(row.textContent.trim().replaceAll('\u2009', ',')) && row.getBoundingClientRect().bottom < bottom;
                return [...list.querySelectorAll('.memory-row[data-row]')].find(isIt)?.id;
            }, [top, pattern.source]);
            if (!id) continue;
            await this.page.locator(`#${id}`).click();
            return;
        }
        throw new Error(`no row matches ${pattern}`);
    }

    /** Chooses what the column of this index shows. */
    async column(index, name) {
        await this.page.locator('.column').nth(index).locator('.menu select').first().selectOption({ label: name });
    }

    async output() {
        const console = this.page.locator('.console');
        return (await console.count()) > 0 ? console.innerText() : '';
    }

    async status() {
        return this.page.locator('.drawer .status').innerText();
    }

    /** Chooses what a column shows; resolves to the pane. */
    async layer(name) {
        await this.choose('Layer', name);
        const pane = this.page.getByRole('listbox', { name, exact: true });
        await pane.waitFor();
        return pane;
    }

    /**
     * The lines of a pane, of which only those in view exist: their text, and whether they are the library's. Of a long one the
     * first `most` lines and the last.
     */
    async paneText(pane, most = Infinity) {
        const lines = new Map();
        const read = async () => {
            const found = await pane.evaluate((list) => [...list.querySelectorAll('.line')].map((line) => [Number(line.dataset.line), { text: line.textContent.trim(), library: line.classList.contains('library') }]));
            for (const [index, line] of found) lines.set(index, line);
        };
        const height = await pane.evaluate((list) => Math.min(list.scrollHeight, 1e9));
        for (let top = 0; top < Math.min(height, most * 21); top += 1000) {
            await pane.evaluate((list, top) => (list.scrollTop = top), top);
            await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
            await read();
        }
        await pane.evaluate((list) => (list.scrollTop = list.scrollHeight));
        await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        await read();
        await pane.evaluate((list) => (list.scrollTop = 0));
        return [...lines].sort(([a], [b]) => a - b).map(([, line]) => line);
    }

    /** Stops what is running; resolves when the page says so. */
    async stop() {
        await this.button('Stop').click();
        await this.until(async () => /stopped/.test(await this.status()), 'the end');
    }

    /**
     * Opens the page for the first time, from a site on a network of this test's own, and resolves to the milliseconds and the
     * kilobytes that have come until the program can be read, until it can be edited, until its first layer is there, and until it has
     * been run.
     */
    async timeFirstLoad(network) {
        this.context = await this.browser.newContext({ viewport: { width: 1440, height: 900 } });
        this.context.setDefaultTimeout(60_000);
        await this.newPage();
        const start = performance.now();
        const since = () => ({ time: performance.now() - start, kilobytes: network.bytes / 1000 });
        await this.page.goto(this.address, { waitUntil: 'commit' });
        await this.page.locator('.first span, .cm-line').first().waitFor({ state: 'attached' });
        const readable = since();
        await this.editor.waitFor({ state: 'attached' });
        const editable = since();
        await this.page.locator('.column .line').first().waitFor({ state: 'attached' });
        const layer = since();
        await this.run();
        return { readable, editable, layer, run: since() };
    }

    /**
     * Opens a program of about a hundred lines, types into it, and resolves to the milliseconds from a key's event to the last
     * change that it makes in any pane.
     */
    async timeKeystrokes(layers, profile) {
        await this.write(readFileSync(new URL('../../bench/stages/loans.rs', import.meta.url), 'utf8'));
        await this.choose('Profile', profile);
        while ((await this.page.locator('.column').count()) > 1) await this.page.getByRole('button', { name: /^Close / }).last().click();
        await this.layer(layers[0]);
        for (const [index, layer] of layers.slice(1).entries()) {
            await this.button('Show another layer beside this one').click();
            await this.page.locator('.column').nth(index + 1).locator('.menu select').first().selectOption({ label: layer });
            await this.page.getByRole('listbox', { name: layer, exact: true }).waitFor();
        }
        await this.editor.click();
        await this.page.keyboard.press('ControlOrMeta+Home');
        await this.page.keyboard.press('ArrowDown');
        await this.page.waitForTimeout(500);
        await this.page.evaluate(() => {
            globalThis.keystrokes = [];
            let last = 0;
            const changes = new MutationObserver(() => (last = performance.now()));
            changes.observe(document.querySelector('.layers'), { subtree: true, childList: true, characterData: true, attributes: true });
            document.querySelector('.editor-host').shadowRoot.addEventListener('keydown', ({ timeStamp }) => {
                last = 0;
                setTimeout(() => last && globalThis.keystrokes.push(last - timeStamp), 180);
            }, { capture: true });
        });
        // Every place behind a new line moves, so that every pane changes. The first keystrokes warm the compiler up.
        for (let index = 0; index < 40; index++) {
            await this.page.keyboard.press(index % 2 === 0 ? 'Enter' : 'Backspace');
            await this.page.waitForTimeout(220);
        }
        const times = (await this.page.evaluate(() => globalThis.keystrokes)).slice(10).sort((a, b) => a - b);
        return { median: times[times.length >> 1], fastest: times[0], slowest: times.at(-1) };
    }

    /** Waits until `look` resolves to something that is true, and resolves to that. */
    async until(look, what) {
        const end = Date.now() + PATIENCE;
        for (;;) {
            const found = await look();
            if (found) return found;
            if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
            await this.page.waitForTimeout(50);
        }
    }

    /** Fails if axe finds anything. */
    async checkAccess(where) {
        await this.page.evaluate(axeSource);
        const { violations } = await this.page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);
        assert.deepEqual(found, [], `axe, ${where}`);
    }

    /** Fails if the browser had anything to complain about. */
    checkForComplaints() {
        assert.deepEqual(this.complaints, []);
    }

    async keepPicture(name) {
        mkdirSync('target/e2e', { recursive: true });
        await this.page?.screenshot({ path: `target/e2e/${name.replaceAll(/\W+/g, '-')}.png` }).catch(() => {});
    }

    async end() {
        await this.context?.close();
    }
}
