// Makes live programs of the code in a document: `<pre><code data-staircase>` and `<stair-case>`. docs/embedding.md describes
// both, their attributes, and the messages that cross between the document and the frames that are made here.
//
// The text of the document stays until a frame says that it shows the program. If it never does, because there is no network
// or a policy forbids it, nothing has changed for the reader.

const FRAME = new URL('embed.html', import.meta.url);
const VERSION = 1;
/** Embeds closer to the view than this are loaded. */
const NEAR = '600px 0px';
/** What a frame takes besides its lines of code, in CSS pixels, and what it takes for the output besides that's lines, and for each of
 * those; as in its style sheet. The room for it all is there before the frame is. */
const BAR = 67;
const OUTPUT_HEAD = 36;
const OUTPUT_LINE = 20.25;
/** After so many milliseconds the next frame is loaded, even if this one is not there yet. */
const PATIENCE = 2_000;
const ATTRIBUTES = ['pane', 'layer', 'step', 'theme', 'height', 'editable', 'hide', 'highlight', 'autorun', 'profile', 'stdin'];
const OUTPUT = 'pre.staircase-output';

const embeds = new Set();
const waiting = new Set();
let loading;

const distance = ({ anchor }) => Math.abs(anchor.getBoundingClientRect().top);

/** Frames are loaded one after the other, so that scrolling past many of them stays smooth; those in view come first. */
function loadNext() {
    if (loading || waiting.size === 0) return;
    const next = [...waiting].reduce((one, other) => (distance(other) < distance(one) ? other : one));
    waiting.delete(next);
    loading = next;
    setTimeout(() => loaded(next), PATIENCE);
    next.open();
}

function loaded(embed) {
    if (loading !== embed) return;
    loading = undefined;
    setTimeout(loadNext);
}

const nearness = new IntersectionObserver(
    (entries) => {
        for (const { target, isIntersecting } of entries) {
            for (const embed of embeds) {
                if (embed.anchor !== target || embed.frame) continue;
                if (isIntersecting) waiting.add(embed);
                else waiting.delete(embed);
            }
        }
        loadNext();
    },
    { rootMargin: NEAR },
);

const lineBreaks = (text) => text.split('\n').length - 1;

/** The lines that mdBook hides, in the form of the attribute `hide`. */
function hiddenByBook(code) {
    return [...code.querySelectorAll('.boring')].map((hidden) => {
        const before = document.createRange();
        before.setStart(code, 0);
        before.setEndBefore(hidden);
        const first = lineBreaks(before.toString()) + 1;
        return `${first}-${first + lineBreaks(hidden.textContent.replace(/\n$/, ''))}`;
    });
}

/** Whether the document shows an element's text light on dark. Also right where the document has a switch of its own. */
function themeAround(element) {
    const rgb = getComputedStyle(element).color.match(/^rgba?\((\d+), (\d+), (\d+)/);
    if (!rgb) return 'auto';
    return 0.213 * rgb[1] + 0.715 * rgb[2] + 0.072 * rgb[3] > 128 ? 'dark' : 'light';
}

const style = (element, properties) => {
    for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value, 'important');
};

/** One live program: what is at `element.staircase`. */
class Embed {
    /** `anchor` is the element whose place is the embed's; `read` gives the value of an attribute. */
    constructor(element, anchor, read) {
        this.element = element;
        this.anchor = anchor;
        this.read = read;
        this.changes = {};
        this.queue = [];
        element.staircase = this;
    }

    /** Begins to wait for the reader to come near. */
    watch() {
        embeds.add(this);
        this.reserve();
        nearness.observe(this.anchor);
    }

    /** The elements that the frame takes the place of. */
    get replaced() {
        if (this.element === this.anchor) return [...this.element.children].filter((child) => child !== this.frame);
        const next = this.anchor.nextElementSibling;
        return next?.matches(OUTPUT) ? [this.anchor, next] : [this.anchor];
    }

    get code() {
        return this.element === this.anchor ? (this.element.querySelector(`pre:not(.staircase-output) code, pre:not(.staircase-output)`) ?? this.element) : this.element;
    }

    /** The element with the recorded output, if there is one. */
    get output() {
        return this.replaced.map((element) => (element.matches(OUTPUT) ? element : element.querySelector(OUTPUT))).find(Boolean);
    }

    /** The distance of the lines of code, in CSS pixels. */
    get leading() {
        const { code } = this;
        // The lines alone: the element may be padded.
        const text = document.createRange();
        text.selectNodeContents(code);
        return parseFloat(getComputedStyle(code).lineHeight) || text.getBoundingClientRect().height / (lineBreaks(code.innerText.trimEnd()) + 1);
    }

    /** The lines that are hidden: those that the author names, or else those that mdBook hides. */
    get hidden() {
        return this.read('hide') ?? hiddenByBook(this.code).join(' ');
    }

    /** Makes room for what the frame has more than the text, long before it is in view. */
    reserve() {
        const shown = this.replaced;
        const [first, last] = [shown[0], shown.at(-1)];
        if (!first) return;
        const { marginTop } = getComputedStyle(first);
        const { marginBottom } = getComputedStyle(last);
        const text = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
        const lines = (element) => lineBreaks(element.textContent.trimEnd()) + 1;
        const { code, leading, output } = this;
        // Lines that are hidden together take the room of one.
        const folded = this.hidden.split(/[\s,]+/).reduce((sum, range) => sum + (Number(range.split('-')[1]) - parseInt(range) || 0), 0);
        const wanted = BAR + (lines(code) - folded) * leading + (output ? OUTPUT_HEAD + lines(output) * OUTPUT_LINE : 0);
        const height = Number(this.read('height'));
        this.codeLeading = leading;
        this.room = height > 0 ? height : Math.ceil(Math.max(text, wanted));
        this.margins = { 'margin-top': marginTop, 'margin-bottom': marginBottom };
        // The margin of what follows has its place within this one, or the other way round.
        const next = (this.element === this.anchor ? this.anchor : last).nextElementSibling;
        const gap = Math.max(parseFloat(marginBottom), next ? parseFloat(getComputedStyle(next).marginTop) : 0);
        last.style.marginBottom = `${gap + this.room - text}px`;
        this.reserved = last;
    }

    /** Loads the frame, which says when it is ready for `send`. */
    open() {
        const { anchor } = this;
        const frame = document.createElement('iframe');
        frame.title = this.read('title') || 'Rust program, live';
        frame.allow = 'clipboard-write';
        style(frame, { position: 'absolute', border: '0', height: '0', visibility: 'hidden', width: `${anchor.clientWidth}px` });
        frame.src = FRAME;
        this.frame = frame;
        if (this.element === anchor) anchor.append(frame);
        else anchor.before(frame);
    }

    /** Gives the frame its program; again if the frame has been loaded again. */
    async send() {
        const { code, changes } = this;
        const look = getComputedStyle(code);
        const given = ATTRIBUTES.map((name) => [name, this.read(name)]).filter(([, value]) => value != null);
        const { output } = this;
        const program = changes.source == null ? await this.program() : changes.program;
        // The element may have gone meanwhile.
        if (!this.frame) return;
        this.theme = undefined;
        this.post({
            type: 'load',
            source: changes.source ?? code.textContent,
            program,
            options: {
                size: parseFloat(look.fontSize),
                leading: this.codeLeading,
                room: this.room,
                output: (output?.querySelector('samp') ?? output)?.textContent,
                ended: output?.querySelector('.staircase-end')?.textContent,
                ...Object.fromEntries(given),
                hide: this.hidden,
                ...changes.options,
                theme: this.wantedTheme(),
            },
        });
    }

    /** The theme that the frame is to have. A frame that has another colour scheme than its element is not transparent at its corners. */
    wantedTheme() {
        const wanted = this.changes.options?.theme || this.read('theme') || 'auto';
        const theme = wanted === 'auto' ? themeAround(this.code) : wanted;
        style(this.frame, { 'color-scheme': /^(light|dark)$/.test(theme) ? theme : 'light dark' });
        return theme;
    }

    /** The compiled program that the attribute holds, or names. Without it the source is compiled. */
    async program() {
        const program = this.read('program');
        if (!program || !/[./]/.test(program)) return program ?? undefined;
        try {
            const response = await fetch(new URL(program, document.baseURI));
            if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
            return await response.arrayBuffer();
        } catch (error) {
            console.warn(`Staircase: ${program} cannot be had (${error.message}); the source is compiled instead.`, this.element);
        }
    }

    post(message) {
        this.frame.contentWindow.postMessage({ staircase: VERSION, ...message }, FRAME.origin);
    }

    /** Asks the frame for something, which is loaded now if it is not there yet. */
    ask(message) {
        if (this.live) return this.post(message);
        this.queue.push(message);
        if (!this.frame) this.open();
    }

    received({ type, ...detail }) {
        if (type === 'ready') return void this.send();
        if (type === 'resize') return this.resize(detail.height);
        if (type === 'loaded') {
            this.show();
            for (const unknown of detail.unknown ?? []) console.warn(`Staircase: ${unknown}`, this.element);
        }
        this.element.dispatchEvent(new CustomEvent(`staircase:${type.replace('on-', '')}`, { detail, bubbles: true }));
    }

    /** Puts the frame in the place of the text. */
    show() {
        loaded(this);
        if (this.live) return;
        for (const element of this.replaced) style(element, { display: 'none' });
        style(this.frame, { position: 'static', display: 'block', visibility: 'visible', width: '100%', ...this.margins });
        this.live = true;
        this.resize(this.height ?? 0);
        for (const message of this.queue.splice(0)) this.post(message);
    }

    resize(height) {
        this.height = height;
        const fixed = Number(this.read('height')) > 0;
        if (this.live) style(this.frame, { height: `${fixed ? this.room : Math.max(this.room, Math.ceil(height))}px` });
    }

    /** Follows the theme of the document, where the author has not chosen one. */
    follow() {
        if (!this.live) return;
        const theme = this.wantedTheme();
        if (theme !== this.theme) this.post({ type: 'theme', theme });
        this.theme = theme;
    }

    /** Puts the text back; what was live is gone. */
    end() {
        embeds.delete(this);
        waiting.delete(this);
        loaded(this);
        nearness.unobserve(this.anchor);
        this.frame?.remove();
        for (const element of this.replaced) element.style.removeProperty('display');
        this.reserved?.style.removeProperty('margin-bottom');
        this.frame = this.live = undefined;
    }

    /** Shows another program: `source`, `program` (its bundle), `options` by the names of the attributes. */
    load(changes) {
        this.changes = changes;
        if (this.live) void this.send();
        else if (!this.frame) this.open();
    }

    /** Runs the program to its end. */
    run() {
        this.ask({ type: 'run' });
    }

    /** A step: `unit` (line, expression, instruction, call), `direction` (forward, back), `calls` (into, over, out). */
    step(how) {
        this.ask({ type: 'step', ...how });
    }

    /** Goes to the moment before which so many instructions have been executed. */
    goto(step) {
        this.ask({ type: 'goto', step });
    }
}

addEventListener('message', ({ source, origin, data }) => {
    if (origin !== FRAME.origin || data?.staircase !== VERSION) return;
    for (const embed of embeds) if (embed.frame && embed.frame.contentWindow === source) embed.received(data);
});

// What failed for want of a network is tried again once there is one.
addEventListener('online', () => {
    for (const { frame, live } of embeds) if (frame && !live) frame.src = FRAME;
});

customElements.define(
    'stair-case',
    class extends HTMLElement {
        connectedCallback() {
            style(this, { display: 'block' });
            (this.staircase ?? new Embed(this, this, (name) => this.getAttribute(name))).watch();
        }

        disconnectedCallback() {
            this.staircase.end();
        }
    },
);

function find(root) {
    for (const code of root.querySelectorAll('pre > code[data-staircase]')) {
        if (!code.staircase && !code.closest('stair-case')) new Embed(code, code.parentElement, (name) => code.getAttribute(`data-${name}`)).watch();
    }
}

find(document);
new MutationObserver((changes) => {
    for (const parent of new Set(changes.filter(({ addedNodes }) => addedNodes.length > 0).map(({ target }) => target))) find(parent);
    for (const embed of embeds) if (!embed.anchor.isConnected) embed.end();
}).observe(document.documentElement, { childList: true, subtree: true });

const follow = () => requestAnimationFrame(() => embeds.forEach((embed) => embed.follow()));
new MutationObserver(follow).observe(document.documentElement, { attributes: true });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow);
