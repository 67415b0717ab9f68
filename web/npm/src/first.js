// The first picture: the program as text, where the editor will stand, while the editor and the page's Rust side are on their way.

import example from '../../examples/01-first-sum.rs';
import { applyTheme, fragment, load } from './shell.js';

/** After how many milliseconds a browser that draws nothing is not waited for any longer. */
const PATIENCE = 1_000;
/** What a browser calls its report that the largest part of a page so far is on the screen. */
const DRAWN = 'largest-contentful-paint';

/**
 * Resolves once the program is on the screen, where the browser tells: starting the page keeps a slow machine from drawing for
 * a while, and the program would not be seen until that is over.
 */
function drawn(program) {
    return new Promise((done) => {
        if (document.hidden || !PerformanceObserver.supportedEntryTypes.includes(DRAWN)) return done();
        const reported = (list) => list.getEntries().some(({ element }) => element === program) && done();
        new PerformanceObserver(reported).observe({ type: DRAWN, buffered: true });
        setTimeout(done, PATIENCE);
    });
}

/**
 * Fills what `index.html` shows first. The program is the one that the page will open with: the person's own, or the first
 * example. What a link holds only the Rust side can read, so there is no program in the first picture of a link. Resolves
 * when the page may start.
 */
export async function show() {
    applyTheme(load('theme') || 'system');
    if (fragment().length > 1) return;
    const lines = (load('program') ?? example).split('\n');
    const program = document.querySelector('.first');
    program.style.setProperty('--digits', String(lines.length).length);
    program.append(
        ...lines.map((text) => {
            const line = document.createElement('span');
            line.textContent = `${text}\n`;
            return line;
        }),
    );
    await drawn(program);
}
