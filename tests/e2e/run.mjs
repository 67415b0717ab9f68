// The browser tests:  node tests/e2e/run.mjs <built site> [part of a test's name]
// Serves the built site below a sub-path, opens it in a real Chromium, and uses it as a person would.

import { launch } from './browser.mjs';
import { tests as bookTests } from './book.mjs';
import { tests as compareTests } from './compare.mjs';
import { tests as debuggerTests } from './debugger.mjs';
import { tests as embedTests } from './embed.mjs';
import { tests as inputTests } from './input.mjs';
import { Playground } from './playground.mjs';
import { BROWSERS, end as endReaders } from './reader.mjs';
import { tests as shareTests } from './share.mjs';
import { tests as offlineTests } from './offline.mjs';
import { serve } from './server.mjs';
import { tests } from './tests.mjs';
import { tests as workshopTests } from './workshop.mjs';

const [folder = 'dist', only = ''] = process.argv.slice(2);
const site = await serve(folder, '/a/deeper/path/');
const browser = await launch();
let passed = 0;
let failed = 0;
for (const [name, test] of Object.entries({ ...tests, ...debuggerTests, ...compareTests, ...inputTests, ...shareTests, ...workshopTests, ...offlineTests, ...embedTests, ...bookTests })) {
    if (!name.includes(only)) continue;
    const start = performance.now();
    const playground = new Playground(browser, site.address, folder);
    try {
        await test(playground);
        playground.checkForComplaints();
        passed++;
        console.log(`ok     ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
        failed++;
        console.log(`FAILED ${name}\n       ${String(error.stack ?? error).replaceAll('\n', '\n       ')}`);
        await playground.keepPicture(name);
    } finally {
        await playground.end();
    }
}
await browser.close();
await endReaders();
if (!BROWSERS.includes('Firefox')) console.log('left out: the tests in Firefox, because there is none; FIREFOX can name one');
site.end();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
