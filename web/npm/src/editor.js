// The editor: CodeMirror 6 with Rust highlighting, behind a few functions that take plain values. All positions are UTF-16
// offsets. The page's style sheet decides the colours, through custom properties.

import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { rust } from '@codemirror/lang-rust';
import { bracketMatching, foldGutter, foldKeymap, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { diagnosticCount, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import { crosshairCursor, Decoration, drawSelection, dropCursor, EditorView, gutter, GutterMarker, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, hoverTooltip, keymap, lineNumbers, rectangularSelection } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const colours = HighlightStyle.define([
    { tag: [tags.keyword, tags.modifier, tags.controlKeyword, tags.operatorKeyword], color: 'var(--ink-keyword)' },
    { tag: [tags.typeName, tags.className, tags.namespace], color: 'var(--ink-type)' },
    { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.macroName], color: 'var(--ink-name)' },
    { tag: [tags.number, tags.bool, tags.atom], color: 'var(--ink-number)' },
    { tag: [tags.string, tags.character, tags.special(tags.string), tags.escape], color: 'var(--ink-text)' },
    { tag: [tags.comment, tags.lineComment, tags.blockComment, tags.docComment], color: 'var(--ink-comment)' },
    { tag: [tags.operator, tags.punctuation, tags.bracket, tags.separator, tags.derefOperator], color: 'var(--ink-punctuation)' },
    { tag: [tags.meta, tags.attributeName, tags.labelName], color: 'var(--ink-place)' },
]);

const look = EditorView.theme({
    '&': { height: '100%', fontSize: 'var(--code-size)', color: 'var(--ink)', backgroundColor: 'var(--paper)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: 'var(--code-leading)', overflow: 'auto' },
    '.cm-content': { padding: '10px 0 40px', caretColor: 'var(--ink)' },
    '.cm-line': { padding: '0 16px 0 6px' },
    '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--selection)' },
    '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--ink-faint)', border: 'none' },
    '.cm-lineNumbers .cm-gutterElement': { padding: '0 6px 0 14px', minWidth: '34px' },
    '.cm-foldGutter .cm-gutterElement': { padding: '0 2px', cursor: 'pointer' },
    '.cm-activeLine': { backgroundColor: 'var(--line-active)' },
    '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
    '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--match)', outline: '1px solid var(--rule-strong)', color: 'inherit' },
    '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: 'var(--ink-error)' },
    '.cm-selectionMatch': { backgroundColor: 'var(--match)' },
    '.cm-searchMatch': { backgroundColor: 'var(--match)', outline: '1px solid var(--rule-strong)' },
    '.cm-searchMatch-selected': { backgroundColor: 'var(--lit)' },
    '.cm-stops .cm-gutterElement': { width: '22px', cursor: 'pointer', position: 'relative' },
    '.cm-stops .stop': { position: 'absolute', left: '7px', top: '5px', width: '11px', height: '11px', borderRadius: '50%', backgroundColor: 'var(--stop)', border: '1.5px solid var(--stop)' },
    '.cm-stops .stop.disabled': { backgroundColor: 'transparent' },
    '.cm-stops .stop.conditional': { borderRadius: '2px', rotate: '45deg', scale: '0.85' },
    '.cm-stops .stop.wrong': { backgroundColor: 'transparent', borderStyle: 'dotted', borderColor: 'var(--ink-warning)' },
    '.cm-stops .runs': { position: 'absolute', left: '7px', color: 'var(--run-ink)', fontWeight: '700' },
    '.cm-stops .stop + .runs': { left: '9px', color: 'var(--on-accent)', fontSize: '0.8em' },
    '.cm-stops .cm-gutterElement:hover::before': { content: '""', position: 'absolute', left: '7px', top: '5px', width: '11px', height: '11px', borderRadius: '50%', border: '1.5px solid var(--rule-strong)' },
    '.cm-counts .cm-gutterElement': { padding: '0 6px', textAlign: 'right', color: 'var(--ink-soft)', fontSize: '12px' },
    ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9].map((heat) => [`.cm-counts .heat-${heat}`, { backgroundColor: `color-mix(in srgb, var(--run-edge) ${5 * heat - 4}%, var(--paper))` }])),
    '.cm-running-line': { backgroundColor: 'var(--run)' },
    '.cm-running': { backgroundColor: 'var(--run-strong)', outline: '1.5px solid var(--run-edge)', outlineOffset: '0.5px', borderRadius: '2px' },
    '.cm-running-lines': { outline: 'none', backgroundColor: 'var(--run)', boxShadow: '0 1.5px 0 var(--run-edge)' },
    '.cm-lit': { backgroundColor: 'var(--lit)', boxShadow: '0 1.5px 0 var(--lit-edge)' },
    '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--rule-strong)', borderRadius: '6px', boxShadow: 'var(--shadow)', fontFamily: 'var(--sans)', fontSize: '13px', maxWidth: 'min(560px, 90vw)', overflow: 'hidden' },
    '.cm-type-tip': { padding: '5px 10px', fontFamily: 'var(--mono)', fontSize: '12.5px', whiteSpace: 'pre-wrap' },
    '.cm-diagnostic': { padding: '6px 10px', borderLeft: '3px solid var(--ink-error)', whiteSpace: 'pre-wrap' },
    '.cm-diagnostic-warning': { borderLeftColor: 'var(--ink-warning)' },
    '.cm-diagnosticText .code': { fontFamily: 'var(--mono)', color: 'var(--ink-soft)', marginRight: '8px' },
    '.cm-diagnosticAction': { font: 'inherit', backgroundColor: 'var(--accent)', color: 'var(--on-accent)', borderRadius: '4px', padding: '1px 8px' },
    '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--ink-error) 1.5px', textUnderlineOffset: '3px', textDecorationSkipInk: 'none' },
    '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--ink-warning) 1.5px', textUnderlineOffset: '3px', textDecorationSkipInk: 'none' },
    '.cm-lintRange-active': { backgroundColor: 'transparent' },
    '.cm-lintPoint:after': { borderBottomColor: 'var(--ink-error)' },
    '.cm-panels': { backgroundColor: 'var(--raised)', color: 'var(--ink)', borderColor: 'var(--rule)', fontFamily: 'var(--sans)' },
    '.cm-panel.cm-search': { padding: '6px 10px' },
    '.cm-textfield': { backgroundColor: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--rule-strong)', borderRadius: '4px', fontSize: '13px' },
    '.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--rule-strong)', borderRadius: '4px', fontSize: '13px' },
    '.cm-foldPlaceholder': { backgroundColor: 'var(--match)', border: 'none', color: 'var(--ink-soft)', padding: '0 6px' },
});

const setLit = StateEffect.define();
const litMark = Decoration.mark({ class: 'cm-lit' });

/** The part of the text that a pane lights up. */
const lit = StateField.define({
    create: () => Decoration.none,
    update(marks, transaction) {
        marks = marks.map(transaction.changes);
        for (const effect of transaction.effects) {
            if (effect.is(setLit)) marks = effect.value ? Decoration.set([litMark.range(...effect.value)]) : Decoration.none;
        }
        return marks;
    },
    provide: (field) => EditorView.decorations.from(field),
});

const setRunning = StateEffect.define();
const runningLine = Decoration.line({ class: 'cm-running-line' });
const runningMark = Decoration.mark({ class: 'cm-running' });
const runningLines = Decoration.mark({ class: 'cm-running cm-running-lines' });

/** The line that runs when the program is stepped through, and the expression in it. */
const running = StateField.define({
    create: () => ({ line: 0, marks: Decoration.none }),
    update(value, transaction) {
        if (transaction.docChanged) value = { line: 0, marks: Decoration.none };
        for (const effect of transaction.effects) {
            if (!effect.is(setRunning)) continue;
            const { line, from, to } = effect.value;
            const marks = line > 0 ? [runningLine.range(transaction.newDoc.line(line).from)] : [];
            const isLong = transaction.newDoc.lineAt(from).to < to;
            if (from < to) marks.push((isLong ? runningLines : runningMark).range(from, to));
            value = { line, marks: Decoration.set(marks, true) };
        }
        return value;
    },
    provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

const setStops = StateEffect.define();

/** The breakpoints: from the number of a line to the name of their look. */
const stops = StateField.define({
    create: () => new Map(),
    update: (map, { effects }) => effects.reduce((map, effect) => (effect.is(setStops) ? effect.value : map), map),
});

class StopMarker extends GutterMarker {
    constructor(look, runs) {
        super();
        this.look = look;
        this.runs = runs;
    }

    eq({ look, runs }) {
        return this.look === look && this.runs === runs;
    }

    toDOM() {
        const marker = document.createElement('span');
        const add = (name, text) => {
            const sign = document.createElement('span');
            sign.className = name;
            sign.textContent = text;
            marker.append(sign);
        };
        if (this.look) add(`stop ${this.look}`, '');
        if (this.runs) add('runs', '▸');
        return marker;
    }
}

/** The column of breakpoints, where a click makes one or takes it away. */
const stopGutter = (toggle) =>
    gutter({
        class: 'cm-stops',
        lineMarker(view, { from }) {
            const { number } = view.state.doc.lineAt(from);
            const look = view.state.field(stops).get(number);
            const runs = view.state.field(running).line === number;
            return look || runs ? new StopMarker(look, runs) : null;
        },
        lineMarkerChange: ({ startState, state }) => startState.field(stops) !== state.field(stops) || startState.field(running) !== state.field(running),
        domEventHandlers: {
            mousedown(view, { from }) {
                toggle(view.state.doc.lineAt(from).number);
                return true;
            },
        },
    });

const setCounts = StateEffect.define();

class CountMarker extends GutterMarker {
    constructor(text, heat) {
        super();
        this.text = text;
        this.elementClass = `heat-${heat}`;
    }

    eq({ text, elementClass }) {
        return this.text === text && this.elementClass === elementClass;
    }

    toDOM() {
        return document.createTextNode(this.text);
    }
}

/** How often lines were executed: from the number of a line to its marker. The column is there only while there is something in it. */
const counts = StateField.define({
    create: () => new Map(),
    update: (map, { effects, docChanged }) => effects.reduce((map, effect) => (effect.is(setCounts) ? effect.value : map), docChanged ? new Map() : map),
});
const countColumn = new Compartment();
const countGutter = gutter({
    class: 'cm-counts',
    lineMarker: (view, { from }) => view.state.field(counts).get(view.state.doc.lineAt(from).number) ?? null,
    lineMarkerChange: ({ startState, state }) => startState.field(counts) !== state.field(counts),
});

// The highlighter's parser recurses, and on thousands of brackets it takes gigabytes. The compiler refuses such a program long
// before that, with a message; here it only loses its colours.
const DEEPEST = 500;

/** Whether a text nests deeper than the highlighter is given: brackets, or operators in a row without a separator. */
function isTooDeep(text) {
    let brackets = 0;
    let operators = 0;
    for (const [sign] of text.replaceAll(/\/\/.*/g, '').matchAll(/[^\w\s.:'"]/g)) {
        if ('([{'.includes(sign)) {
            brackets++;
            operators = 0;
        } else if (')]}'.includes(sign)) {
            brackets = Math.max(0, brackets - 1);
        } else if (';,'.includes(sign)) {
            operators = 0;
        } else {
            operators++;
        }
        if (brackets + operators > DEEPEST) return true;
    }
    return false;
}

const language = new Compartment();
const languageFor = (tooDeep) => (tooDeep ? [] : rust());

/** Takes the highlighter away in the same transaction that makes the text too deep for it, and brings it back. */
const guard = EditorState.transactionExtender.of((transaction) => {
    if (!transaction.docChanged) return null;
    const tooDeep = isTooDeep(transaction.newDoc.toString());
    const isOff = language.get(transaction.startState)?.length === 0;
    return tooDeep === isOff ? null : { effects: language.reconfigure(languageFor(tooDeep)) };
});

/** Marks a change that the page made itself, and so need not be told. */
const fromPage = Annotation.define();

/**
 * Puts an editor into `host`. The callbacks: `edited(text)`, `cursor(offset)`, `pointed(offset)` with -1 when the pointer has
 * left the text, `toggle(line)` for a breakpoint, `hover(token, offset)` to be answered with `answerHover`.
 */
export function create(host, text, edited, cursor, pointed, toggle, hover) {
    // In a shadow root CodeMirror's styles are sheets made by script, which a strict Content-Security-Policy allows.
    const root = host.attachShadow({ mode: 'open' });
    const editor = { view: undefined, left: new Map(), pending: new Map(), lastToken: 0, collected: [], stops: new Map(), counts: new Map() };
    let lastPointed = -1;
    const point = (offset) => {
        if (offset !== lastPointed) pointed((lastPointed = offset));
    };

    const types = hoverTooltip(
        (_view, offset) =>
            new Promise((resolve) => {
                const token = ++editor.lastToken;
                for (const other of editor.pending.values()) other(null);
                editor.pending.clear();
                editor.pending.set(token, resolve);
                hover(token, offset);
            }),
        { hoverTime: 250 },
    );

    editor.stateOf = (text) => EditorState.create({ doc: text, extensions: extensions(text) });
    const extensions = (text) => [
        stops,
        running,
        counts,
        stopGutter(toggle),
        lineNumbers(),
        countColumn.of([]),
        foldGutter({ openText: '▾', closedText: '▸' }),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        dropCursor(),
        EditorState.allowMultipleSelections.of(true),
        indentOnInput(),
        indentUnit.of('    '),
        EditorState.tabSize.of(4),
        bracketMatching(),
        closeBrackets(),
        rectangularSelection(),
        crosshairCursor(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        highlightSelectionMatches(),
        language.of(languageFor(isTooDeep(text))),
        guard,
        syntaxHighlighting(colours),
        look,
        lit,
        types,
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
            'aria-label': 'Program. Escape, then Tab, leaves the editor.',
            // It takes the focus anyway; some tools only believe it when it is said.
            tabindex: '0',
            spellcheck: 'false',
            autocorrect: 'off',
            autocapitalize: 'off',
        }),
        EditorView.updateListener.of((update) => {
            if (update.selectionSet || update.docChanged) cursor(update.state.selection.main.head);
        }),
        EditorView.domEventHandlers({
            mousemove: (event, view) => {
                const offset = view.posAtCoords({ x: event.clientX, y: event.clientY });
                point(offset ?? -1);
            },
            mouseleave: () => point(-1),
        }),
    ];

    editor.view = new EditorView({
        parent: root,
        root,
        dispatchTransactions: (transactions, view) => {
            // The compiler has the text before the editor draws it: that takes longer than compiling many a program.
            if (transactions.some(({ docChanged }) => docChanged) && !transactions.some((one) => one.annotation(fromPage))) {
                editor.later = [];
                edited(transactions.at(-1).newDoc.toString());
            }
            view.update(transactions);
            const later = editor.later ?? [];
            editor.later = undefined;
            for (const change of later) change();
        },
        state: editor.stateOf(text),
    });

    return editor;
}

/** Makes a change now; in the midst of another one, once that is done. */
function soon(editor, change) {
    if (editor.later) editor.later.push(change);
    else change();
}

/** Replaces the whole text, as one change that can be undone. */
export function setText({ view }, text) {
    view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: 0 },
        scrollIntoView: true,
        annotations: fromPage.of(true),
    });
}

/**
 * Shows the program of that name, with the cursor and the history of changes that it was left with, and keeps those of the one that
 * was shown. A program that is not the one that was left begins anew.
 */
export function showProgram(editor, name, text) {
    const { view, left } = editor;
    const other = name === 'A' ? 'B' : 'A';
    left.set(other, { state: view.state, scroll: view.scrollDOM.scrollTop });
    const kept = left.get(name);
    if (kept && kept.state.doc.toString() === text) {
        view.setState(kept.state);
        view.scrollDOM.scrollTop = kept.scroll;
    } else {
        view.setState(editor.stateOf(text));
    }
}

/** Replaces a part of the text, as if it had been typed. */
export function replace({ view }, from, to, text) {
    view.dispatch({ changes: { ...within(view, from, to), insert: text } });
    view.focus();
}

/** Collects a diagnostic for `showDiagnostics`. */
export function addDiagnostic(editor, from, to, severity, code, message) {
    editor.collected.push({ ...within(editor.view, from, to), severity, code, message, actions: [] });
}

/** Adds a fix to the diagnostic that was collected last. */
export function addFix(editor, name, from, to, text) {
    editor.collected.at(-1)?.actions.push({ name, apply: () => replace(editor, from, to, text) });
}

/** Shows what was collected, instead of what was shown before. */
export function showDiagnostics(editor) {
    const diagnostics = editor.collected.map((diagnostic) => ({ ...diagnostic, renderMessage: () => render(diagnostic) }));
    editor.collected = [];
    if (diagnostics.length === 0 && diagnosticCount(editor.view.state) === 0) return;
    editor.view.dispatch(setDiagnostics(editor.view.state, diagnostics));
}

function render({ code, message }) {
    const text = document.createElement('span');
    if (code) {
        const name = document.createElement('span');
        name.className = 'code';
        name.textContent = code;
        text.append(name);
    }
    text.append(message);
    return text;
}

/** Lights up a part of the text; nothing if `from` is negative. */
export function mark({ view }, from, to) {
    const range = from < 0 || from >= to ? null : within(view, from, to);
    // Each cursor movement comes here, mostly with nothing to light up or to put out.
    if (!range && view.state.field(lit).size === 0) return;
    view.dispatch({ effects: setLit.of(range && range.from < range.to ? [range.from, range.to] : null) });
}

/** Marks the line of this number and a part of it as what runs, and scrolls there; nothing if it is 0. */
export function markRunning(editor, line, from, to) {
    soon(editor, () => {
        const { view } = editor;
        const shown = line > view.state.doc.lines ? 0 : line;
        if (shown === 0 && view.state.field(running).line === 0) return;
        const part = shown > 0 && from < to ? within(view, from, to) : { from: 0, to: 0 };
        const effects = [setRunning.of({ line: shown, ...part })];
        if (shown > 0) effects.push(EditorView.scrollIntoView(view.state.doc.line(shown).from, { y: 'nearest', yMargin: 60 }));
        view.dispatch({ effects });
    });
}

/** Collects a breakpoint for `showStops`. */
export function addStop(editor, line, look) {
    editor.stops.set(line, look);
}

/** Shows the breakpoints that were collected, instead of those shown before. */
export function showStops(editor) {
    const shown = editor.stops;
    editor.stops = new Map();
    soon(editor, () => editor.view.dispatch({ effects: setStops.of(shown) }));
}

/** Collects how often a line was executed for `showCounts`. */
export function addCount(editor, line, text, heat) {
    editor.counts.set(line, new CountMarker(text, heat));
}

/** Shows what was collected, instead of what was shown before. */
export function showCounts(editor) {
    const shown = editor.counts;
    editor.counts = new Map();
    soon(editor, () => editor.view.dispatch({ effects: [setCounts.of(shown), countColumn.reconfigure(shown.size > 0 ? countGutter : [])] }));
}

/** Scrolls to a part of the text if it cannot be seen. */
export function reveal({ view }, from, to) {
    const range = within(view, from, to);
    view.dispatch({ effects: EditorView.scrollIntoView(range.from, { y: 'nearest', yMargin: 40 }) });
}

/** Puts the cursor and the keyboard focus at a part of the text. */
export function goTo({ view }, from, to) {
    const range = within(view, from, to);
    view.dispatch({ selection: { anchor: range.from }, effects: EditorView.scrollIntoView(range.from, { y: 'nearest', yMargin: 80 }) });
    view.focus();
}

/** Answers a question that `hover` asked; an empty text is no answer. */
export function answerHover(editor, token, from, to, text) {
    const resolve = editor.pending.get(token);
    if (!resolve) return;
    editor.pending.delete(token);
    if (!text) return resolve(null);
    const range = within(editor.view, from, to);
    resolve({
        pos: range.from,
        end: range.to,
        above: true,
        create: () => {
            const dom = document.createElement('div');
            dom.className = 'cm-type-tip';
            dom.textContent = text;
            return { dom };
        },
    });
}

function within(view, from, to) {
    const { length } = view.state.doc;
    const start = Math.min(from, length);
    return { from: start, to: Math.max(start, Math.min(to, length)) };
}
