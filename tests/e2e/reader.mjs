// Readers of documents with live programs: one in Chromium, driven by Playwright, and one in Firefox, driven by Puppeteer, which
// speaks WebDriver BiDi with a Firefox as distributions ship it. Both do the same by the same names.

import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

import { launch } from './browser.mjs';

const require = createRequire(new URL('../../web/npm/package.json', import.meta.url));
const puppeteer = require('puppeteer-core');

const PATIENCE = 60_000;
const FIREFOX = process.env.FIREFOX || ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);

/** The browsers to read with; Firefox only where there is one. */
export const BROWSERS = FIREFOX ? ['Chromium', 'Firefox'] : ['Chromium'];

/**
 * Playwright switches some of Chromium's features off, and with them that a frame of another site than the document's has storage and
 * shared workers, apart from the site's own. Readers have that, also where cookies of other sites are blocked: only this is off then.
 */
const AS_READERS_HAVE_IT = ['--disable-features=Translate'];

const running = new Map();

async function browserOf(name) {
    if (!running.has(name)) {
        const starting = name === 'Chromium' ? launch(AS_READERS_HAVE_IT) : puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
        running.set(name, starting);
    }
    return running.get(name);
}

/** Ends the browsers that were started. */
export async function end() {
    for (const browser of running.values()) await (await browser).close();
    running.clear();
}

/**
 * Serves documents: `documents` goes from a path to its HTML and headers. The origin is another one than that of the tests' sites,
 * which have the name 127.0.0.1.
 */
export async function serveDocuments(documents) {
    const server = createServer((request, response) => {
        const { pathname } = new URL(request.url, 'http://localhost');
        const { body, headers = {} } = documents.get(pathname) ?? {};
        response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...headers }).end(body);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        origin: `http://localhost:${server.address().port}`,
        end: () => {
            server.close();
            server.closeAllConnections();
        },
    };
}

export class Reader {
    constructor(name) {
        this.name = name;
        this.complaints = [];
        this.said = [];
    }

    /** Opens a document. */
    async open(address, { width = 1000, height = 900, dark = false, javaScript = true, reducedMotion = false } = {}) {
        const browser = await browserOf(this.name);
        const media = { colorScheme: dark ? 'dark' : 'light', reducedMotion: reducedMotion ? 'reduce' : 'no-preference' };
        if (this.name === 'Chromium') {
            this.context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: javaScript, ...media });
            this.page = await this.context.newPage();
        } else {
            this.context = await browser.createBrowserContext();
            this.page = await this.context.newPage();
            await this.page.setViewport({ width, height });
            if (!javaScript) await this.page.setJavaScriptEnabled(false);
        }
        this.page.on('console', (message) => {
            this.said.push(message.text());
            if (message.type() === 'error') this.complaints.push(message.text());
        });
        // Firefox reports that the policy of a document forbids the icon that it would like to have of it.
        this.page.on('pageerror', (error) => error.message.includes('favicon.ico') || this.complaints.push(`uncaught: ${error.message}`));
        await this.page.goto(address);
    }

    async close() {
        await this.context?.close();
    }

    /** Runs a function in the document. */
    do(work, ...values) {
        return this.name === 'Chromium' ? this.page.evaluate(({ work, values }) => new Function(`return (${work})(...arguments)`)(...values), { work: work.toString(), values }) : this.page.evaluate(work, ...values);
    }

    /** Waits until a function of the document says something true. */
    async until(what, work, ...values) {
        const start = performance.now();
        for (;;) {
            const result = await this.do(work, ...values);
            if (result) return result;
            if (performance.now() - start > PATIENCE) throw new Error(`waited in vain: ${what}; the page said ${JSON.stringify(this.said.slice(-5))}`);
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
    }

    /** Waits until so many embeds are live. */
    live(count) {
        return this.until(`${count} live embeds`, (count) => [...document.querySelectorAll('iframe')].filter((frame) => frame.style.visibility === 'visible').length >= count, count);
    }

    /** The frame of an element. */
    async frame(selector) {
        return (await this.page.$(selector)).contentFrame();
    }

    /** The height, or another property, of elements as they are shown. */
    boxes(selector) {
        return this.do((selector) => [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect().toJSON()), selector);
    }

    /** The colour of the document as it is shown at a place in CSS pixels: red, green, blue. */
    async colour(x, y) {
        const clip = { x, y, width: 1, height: 1 };
        const picture = Buffer.from(await this.page.screenshot({ clip })).toString('base64');
        return this.do(async (picture) => {
            const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
            const context = new OffscreenCanvas(1, 1).getContext('2d');
            context.drawImage(await createImageBitmap(new Blob([bytes], { type: 'image/png' })), 0, 0);
            return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }, picture);
    }

    async shoot(path) {
        await this.page.screenshot({ path });
    }
}

/** What can be done in a frame, in either browser. */
export class Embed {
    constructor(frame) {
        this.frame = frame;
    }

    static async of(reader, selector = 'iframe') {
        return new Embed(await reader.frame(selector));
    }

    /** The text of what a selector finds first; `undefined` if it finds nothing. */
    text(selector) {
        return this.frame.evaluate((selector) => document.querySelector(selector)?.innerText, selector);
    }

    texts(selector) {
        return this.frame.evaluate((selector) => [...document.querySelectorAll(selector)].map((element) => element.innerText.trim()), selector);
    }

    async until(what, work, ...values) {
        const start = performance.now();
        for (;;) {
            const result = await work(...values);
            if (result) return result;
            if (performance.now() - start > PATIENCE) throw new Error(`waited in vain: ${what}; the frame shows ${JSON.stringify((await this.text('body'))?.slice(0, 600))}`);
            await new Promise((resolve) => setTimeout(resolve, 40));
        }
    }

    /** Presses the button of this name, as a person does who sees it. */
    async press(name) {
        await this.frame.evaluate((name) => {
            const named = (button) => (button.getAttribute('aria-label') ?? button.innerText).trim() === name;
            const button = [...document.querySelectorAll('button')].find(named);
            if (!button) throw new Error(`there is no button ${name}`);
            button.scrollIntoView({ block: 'nearest' });
            button.click();
        }, name);
        await this.settled();
    }

    /** Waits until what was asked for is there. */
    settled() {
        return this.until('the worker', () => this.frame.evaluate(() => document.querySelector('.tools')?.getAttribute('aria-busy') === 'false'));
    }

    /** Number of executed instructions. */
    async step() {
        return Number(await this.frame.evaluate(() => document.querySelector('.scrubber')?.value));
    }

    runningLine() {
        return this.frame.evaluate(() => document.querySelector('.code .running')?.innerText.trim());
    }
}
