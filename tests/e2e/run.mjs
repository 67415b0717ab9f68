// The browser tests:  node tests/e2e/run.mjs <built site> [part of a test's name]
// Serves the built site below a sub-path, opens it in a real Chromium, and uses it as a person would. Tests run side by side in
// so many lanes as the variable LANES says, or the machine has cores for; those that measure run by themselves at the end.

import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

import { isAlone, tests } from './all.mjs';
import { BROWSERS } from './reader.mjs';

/** More browsers than this take more memory than is worth it. */
const MOST_LANES = 4;

const [folder = 'dist', only = ''] = process.argv.slice(2);
const LANES = Number(process.env.LANES) || Math.min(availableParallelism(), MOST_LANES);
let passed = 0;
let failed = 0;

/** A process that runs one test at a time. */
class Lane {
    constructor() {
        this.process = fork(fileURLToPath(new URL('lane.mjs', import.meta.url)), [folder]);
        this.ready = this.answer();
    }

    /** The next message of the process; if it ends instead, an error. */
    answer() {
        return new Promise((resolve, reject) => {
            const settle = (done) => (value) => {
                this.process.off('message', answered).off('exit', ended);
                done(value);
            };
            const answered = settle(resolve);
            const ended = settle((code) => reject(new Error(`the process that runs the tests ended with ${code}`)));
            this.process.on('message', answered).on('exit', ended);
        });
    }

    /** Runs a test; resolves to what it told, its error if it failed, and the seconds that it took. */
    async run(name) {
        try {
            await this.ready;
            const answer = this.answer();
            this.process.send(name);
            return await answer;
        } catch (error) {
            return { told: [], error: error.message, seconds: 0 };
        }
    }

    get isOver() {
        return this.process.exitCode !== null || this.process.signalCode !== null;
    }

    /** Ends the process and its browsers. */
    async end() {
        if (this.isOver) return;
        const ended = new Promise((resolve) => this.process.once('exit', resolve));
        this.process.disconnect();
        await ended;
    }
}

function report(name, { told, error, seconds }) {
    for (const line of told) console.log(`       ${line}`);
    if (error === undefined) {
        passed++;
        console.log(`ok     ${name} (${seconds.toFixed(1)} s)`);
    } else {
        failed++;
        console.log(`FAILED ${name}\n       ${error.replaceAll('\n', '\n       ')}`);
    }
}

/** Runs tests in lanes; each is reported as soon as it and all before it are over. */
async function runAll(names, lanes) {
    const results = [];
    let next = 0;
    let reported = 0;
    const work = async () => {
        let lane = new Lane();
        while (next < names.length) {
            const index = next++;
            if (lane.isOver) lane = new Lane();
            results[index] = await lane.run(names[index]);
            for (; results[reported]; reported++) report(names[reported], results[reported]);
        }
        await lane.end();
    };
    await Promise.all(Array.from({ length: Math.min(lanes, names.length) }, work));
}

const names = Object.keys(tests).filter((name) => name.includes(only));
await runAll(names.filter((name) => !isAlone(name)), LANES);
await runAll(names.filter(isAlone), 1);
if (!BROWSERS.includes('Firefox')) console.log('left out: the tests in Firefox, because there is none; FIREFOX can name one');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
