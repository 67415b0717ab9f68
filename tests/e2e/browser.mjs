// Starts a Chromium that talks to nobody but the page under test.

import { createRequire } from 'node:module';

const require = createRequire(new URL('../../web/npm/package.json', import.meta.url));
const { chromium } = require('playwright-core');

/** The source of axe, to be run in a page. */
export const axeSource = require('axe-core').source;

/** Resolves to a browser with an empty profile; with `more` arguments, the last of a name is the one that counts. */
export function launch(more = []) {
    return chromium.launch({
        executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
        args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            // A test goes from place to place faster than a person does.
            '--disable-ipc-flooding-protection',
            ...more,
        ],
    });
}
