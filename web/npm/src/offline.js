// The service worker: keeps every file of the site, so that the page opens and compiles without a network. `finish.mjs`
// writes the files' names into it, which change with their content, and so this script changes with every version.

const FILES = self.FILES_OF_THIS_VERSION;
const PAGE = new URL('./', self.registration.scope).href;
// What documents with live programs ask for by name, which may be of another version each time.
const NAMED = ['embed.html', 'embed.js'].map((name) => new URL(name, PAGE).href);
const PREFIX = `staircase ${PAGE} `;
const CACHE = `${PREFIX}${FILES.join(' ')}`;

/**
 * A new version waits until no page of the old one is open, which may still ask for its workers' files.
 *
 * What a visit fetched a moment ago is taken from the browser's own cache: such a name never means other content.
 */
async function keep() {
    const cache = await caches.open(CACHE);
    await Promise.all(
        [PAGE, ...NAMED, ...FILES].map(async (file) => {
            const url = new URL(file, PAGE).href;
            const response = await fetch(url, { cache: isNamed(url) ? 'no-cache' : 'force-cache' });
            if (!response.ok) throw new Error(`${url}: ${response.status}`);
            await cache.put(url, response);
        }),
    );
}

async function forgetOlder() {
    for (const name of await caches.keys()) {
        if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    }
}

/** Whether a file is asked for by a name that stays the same from version to version. */
const isNamed = (url) => url === PAGE || NAMED.includes(url);

/** What is asked for by name comes from the network if there is one, so that a new version is seen; all else from the cache. */
async function answer(request) {
    const cache = await caches.open(CACHE);
    const [url] = request.url.split(/[?#]/);
    if (NAMED.includes(url)) return fetch(request).catch(() => cache.match(url));
    if (request.mode === 'navigate') return fetch(request).catch(() => cache.match(PAGE));
    return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
    if (event.request.method === 'GET' && event.request.url.startsWith(PAGE)) event.respondWith(answer(event.request));
});
