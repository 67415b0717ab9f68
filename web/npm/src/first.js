// The first picture: the program as text, where the editor will stand, while the editor and the page's Rust side are on their way.

import example from '../../examples/01-first-sum.rs';
import { applyTheme, fragment, load } from './shell.js';

/** After how many milliseconds a browser that draws nothing is not waited for any longer. */
const PATIENCE = 1_000;

/**
 * Resolves once an element with the attribute `elementtiming` is on the screen, where the browser tells: starting the page keeps a slow
 * machine from drawing for a while, and the program would not be seen until that is over.
 */
function drawn() {
    return new Promise((done) => {
        if (document.hidden || !PerformanceObserver.supportedEntryTypes.includes('element')) return done();
        new PerformanceObserver(done).observe({ type: 'element', buffered: true });
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
    const text = load('program') ?? example;
    const lines = text.split('\n');
    const program = document.querySelector('.first');
    program.style.setProperty('--digits', String(lines.length).length);
    program.append(
        ...lines.map((written) => {
            const line = document.createElement('span');
            line.textContent = `${written}\n`;
            return line;
        }),
    );
    if (text.trim()) await drawn();
}
