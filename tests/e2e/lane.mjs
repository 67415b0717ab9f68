// One lane of the browser tests, started by run.mjs: a process with a site and browsers of its own. It runs the tests that it is
// sent the names of, one after the other, and sends back how each went.

import { tests } from './all.mjs';
import { launch } from './browser.mjs';
import { Playground } from './playground.mjs';
import { end as endReaders } from './reader.mjs';
import { serve } from './server.mjs';

const [folder] = process.argv.slice(2);
const site = await serve(folder, '/a/deeper/path/');
const browser = await launch();

async function run(name) {
    const start = performance.now();
    const playground = new Playground(browser, site.address, folder);
    let error;
    try {
        await tests[name](playground);
        playground.checkForComplaints();
    } catch (thrown) {
        error = String(thrown.stack ?? thrown);
        await playground.keepPicture(name);
    } finally {
        await playground.end();
    }
    return { told: playground.told, error, seconds: (performance.now() - start) / 1000 };
}

process.on('message', async (name) => process.send(await run(name)));
process.on('disconnect', async () => {
    await browser.close();
    await endReaders();
    site.end();
    // A test that failed may have left something open.
    process.exit();
});
process.send('ready');
