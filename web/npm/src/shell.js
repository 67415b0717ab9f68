// What the page needs of the browser besides its elements: storage, the address bar, the clipboard, files, sizes.

/** What is kept under a name; undefined if there is nothing, or if the browser refuses. */
export function load(name) {
    try {
        return localStorage.getItem(`staircase.${name}`) ?? undefined;
    } catch {
        return undefined;
    }
}

/** Keeps a text under a name, beyond a reload and a crash. False if the browser refuses. */
export function store(name, text) {
    try {
        localStorage.setItem(`staircase.${name}`, text);
        return true;
    } catch {
        return false;
    }
}

/** The fragment of the address, with its `#`. */
export function fragment() {
    return location.hash;
}

/** Takes the fragment out of the address bar. */
export function clearFragment() {
    history.replaceState(null, '', location.pathname + location.search);
}

/** Tells of every new fragment that the person opens. */
export function onFragment(opened) {
    addEventListener('hashchange', () => location.hash.length > 1 && opened(location.hash));
}

/** The address without its fragment. */
export function address() {
    return location.origin + location.pathname + location.search;
}

/** Puts a fragment into the address bar; the browser's history stays as it is. */
export function showFragment(fragment) {
    history.replaceState(null, '', `#${fragment}`);
}

/** Puts a text into the clipboard; tells whether that worked. */
export function copy(text, done) {
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject();
    copied.then(
        () => done(true),
        () => done(false),
    );
}

/** The address that opens a program in the Rust Playground. */
export function rustPlayground(source, isRelease) {
    const wanted = new URLSearchParams({ version: 'stable', mode: isRelease ? 'release' : 'debug', edition: '2024', code: source });
    return `https://play.rust-lang.org/?${wanted}`;
}

/** The address that opens a program in Compiler Explorer, which takes its state as JSON in base64. */
export function compilerExplorer(source, isRelease) {
    const options = `--edition=2024${isRelease ? ' -C opt-level=3' : ''}`;
    const state = { sessions: [{ id: 1, language: 'rust', source, compilers: [{ id: 'nightly', options }] }] };
    const bytes = new TextEncoder().encode(JSON.stringify(state));
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return `https://godbolt.org/clientstate/${encodeURIComponent(btoa(binary))}`;
}

/** The most characters of a workshop or a summary. */
const LONGEST = 32 << 20;
/** After how many milliseconds a server is asked again that did not answer. */
const PAUSE = 2_000;
/** How many workshops are kept for times without a network, and the most characters of one. */
const KEPT_WORKSHOPS = 8;
const LONGEST_KEPT = 4 << 20;

const workshops = () => caches.open(`staircase-workshops ${new URL('./', document.baseURI)}`);

/** Keeps a workshop as it was fetched, and forgets those that were fetched longest ago. A browser that refuses has lost nothing. */
async function keepWorkshop(url, text) {
    try {
        const cache = await workshops();
        await cache.delete(url);
        if (text.length <= LONGEST_KEPT) await cache.put(url, new Response(text));
        for (const old of (await cache.keys()).slice(0, -KEPT_WORKSHOPS)) await cache.delete(old);
    } catch {
        // It is fetched again next time.
    }
}

/** A workshop as it was fetched last, if it is kept. */
async function keptWorkshop(url) {
    try {
        return await (await workshops()).match(url);
    } catch {
        return undefined;
    }
}

let lessons;

/** Says where the file of the lessons is. */
export function configure(addresses) {
    lessons = addresses.lessons;
}

/**
 * Fetches a workshop below this site's folder, or the lessons if there is no path, and calls `received(true, text)` or
 * `received(false, reason)`. Where a server says that it tells of changes (`staircase exercise serve` does), it is asked for them.
 */
export async function fetchWorkshop(path, received) {
    const base = new URL('./', document.baseURI);
    const url = path === undefined ? new URL(lessons, base) : URL.parse(path, base);
    if (url?.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return received(false, 'it is not on this site');
    for (let edition; ; ) {
        if (edition) url.searchParams.set('after', edition);
        try {
            const response = await fetch(url, { cache: path === undefined ? 'force-cache' : 'no-cache' }).catch(async (error) => {
                // Without a network the workshop is what it was. A server that says that it is gone is believed.
                const kept = path === undefined || edition ? undefined : await keptWorkshop(url);
                if (!kept) throw error;
                return kept;
            });
            // Nothing has changed in the time that a server waits.
            if (response.status === 204) continue;
            if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
            const text = await response.text();
            if (text.length > LONGEST) throw new Error('it is too long');
            received(true, text);
            edition = response.headers.get('Staircase-Edition');
            if (edition) continue;
            if (path !== undefined) await keepWorkshop(url, text);
            return;
        } catch (error) {
            if (!edition) return received(false, error?.message ?? String(error));
            // Its author may be starting the server again.
            await new Promise((done) => setTimeout(done, PAUSE));
        }
    }
}

/** Lets the person choose a file, and calls `picked(name, true, text)` or `picked(name, false, reason)`. */
export function pick(picked) {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.onchange = async () => {
        const [file] = input.files;
        if (!file) return;
        try {
            if (file.size > LONGEST) throw new Error('it is too long');
            picked(file.name, true, await file.text());
        } catch (error) {
            picked(file.name, false, error?.message ?? String(error));
        }
    };
    input.click();
}

/** Shows a theme: `light`, `dark`, or as the system says. */
export function applyTheme(name) {
    if (name === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
}

/** Lets the person save bytes as a file. */
export function save(name, bytes) {
    const url = URL.createObjectURL(new Blob([bytes]));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Calls back once, after some milliseconds. */
export function after(milliseconds, callback) {
    setTimeout(callback, milliseconds);
}

/** Calls back with an element's inner width and height now and whenever they change. Returns what ends it. */
export function observeSize(element, changed) {
    const observer = new ResizeObserver(() => changed(element.clientWidth, element.clientHeight));
    observer.observe(element);
    return observer;
}

/** Sets one property of an element's own style; a strict Content-Security-Policy allows this, and no style attribute. */
export function setStyle(element, name, value) {
    element.style.setProperty(name, value);
}

/**
 * Offers every key with its modifiers, before anything else sees it: `handle(name, ctrl, shift)` says whether it took it.
 * Only those that no text is written with are offered.
 */
export function onKey(handle) {
    addEventListener(
        'keydown',
        (event) => {
            const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
            if (altKey || event.isComposing || !(key === 'Enter' || /^F\d/.test(key))) return;
            if (!handle(key, ctrlKey || metaKey, shiftKey)) return;
            event.preventDefault();
            event.stopImmediatePropagation();
        },
        { capture: true },
    );
}

/** Puts the keyboard focus on the element of this id once it is there. */
export function focusOn(id) {
    requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** Scrolls as little as it takes to see an element. */
export function bringIntoView(element) {
    element.scrollIntoView({ block: 'nearest' });
}

/**
 * Which byte of a text somebody clicked on. The text stands in elements that say as `data-place` which byte their first one is.
 * -1 for a click on no text, and for one that ended a selection.
 */
export function clickedByte(event) {
    const placed = (node) => (node instanceof Element ? node : node?.parentElement)?.closest('[data-place]');
    // A click that no pointer made has no coordinates that mean anything.
    if (event.detail === 0) return Number(placed(event.target)?.dataset.place ?? -1);
    if (!getSelection().isCollapsed || event.target === event.currentTarget) return -1;
    const { clientX, clientY } = event;
    const caret = document.caretPositionFromPoint?.(clientX, clientY) ?? document.caretRangeFromPoint?.(clientX, clientY);
    const node = caret?.offsetNode ?? caret?.startContainer;
    if (node?.nodeType !== Node.TEXT_NODE || !placed(node)) return -1;
    let offset = caret.offset ?? caret.startOffset;
    // The place between two characters that is closest may be the one behind what was clicked.
    const before = offset - (/[\uDC00-\uDFFF]/.test(node.data.charAt(offset - 1)) ? 2 : 1);
    if (before >= 0) {
        const character = document.createRange();
        character.setStart(node, before);
        character.setEnd(node, offset);
        const holds = ({ left, right, top, bottom }) => left <= clientX && clientX < right && top <= clientY && clientY < bottom;
        if ([...character.getClientRects()].some(holds)) offset = before;
    }
    return Number(placed(node).dataset.place) + new TextEncoder().encode(node.data.slice(0, offset)).length;
}
