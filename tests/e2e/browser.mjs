// Starts a Chromium that talks to nobody but the page under test.

import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(new URL('../../web/npm/package.json', import.meta.url));
const { chromium } = require('playwright-core');

/** The source of axe, to be run in a page. */
export const axeSource = require('axe-core').source;

/** Resolves to a browser context that starts empty, and a function that ends it. */
export async function launch(options = {}) {
    const profile = mkdtempSync(join(tmpdir(), 'staircase-e2e-'));
    const context = await chromium.launchPersistentContext(profile, {
        executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
        headless: true,
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
        viewport: { width: 1440, height: 900 },
        ...options,
    });
    const end = async () => {
        await context.close();
        rmSync(profile, { recursive: true, force: true });
    };
    return { context, end };
}
