// What a person does with the playground, and what they should see.

import assert from 'node:assert/strict';

import { Network, serve } from './server.mjs';

const SUM = 'fn main() {\n    let a = 2;\n    println!("{}", a + 40);\n}\n';

export const tests = {
    async 'opens with a program and its tree'(playground) {
        await playground.open();
        assert.match(await playground.program(), /fn main\(\)/);
        const pane = await playground.layer('Tree');
        assert.match(await pane.innerText(), /main/);
    },

    async 'keeps the program over a reload'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.page.waitForTimeout(100);
        await playground.reload();
        assert.equal((await playground.program()).trim(), SUM.trim());
    },

    async 'keeps the program over a crash'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.page.keyboard.press('ControlOrMeta+Home');
        await playground.page.keyboard.type('// last words');
        await playground.crash();
        assert.match(await playground.program(), /^\/\/ last wordsfn main\(\) \{\n    let a = 2;/);
    },

    async 'shows errors as they are typed, in the text and in the list'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let x = ;\n}\n');
        await playground.page.locator('.cm-lintRange-error').first().waitFor();
        await playground.tab(/Problems/);
        assert.match(await playground.page.locator('.problems').innerText(), /expected expression/);
        await playground.page.locator('.problem').first().click();
        assert.equal(await playground.page.evaluate(() => document.activeElement.className), 'editor-host');
        await playground.write(SUM);
        await playground.until(async () => (await playground.page.locator('.cm-lintRange-error').count()) === 0, 'no errors');
    },

    async 'source and panes light each other up'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let number = 42;\n}\n');
        const pane = await playground.layer('Tokens');
        const litInSource = (text) => playground.until(async () => (await playground.page.locator('.cm-lit').innerText().catch(() => '')) === text, `\`${text}\` to light up in the source`);
        // From a pane to the source, by pointer.
        await pane.locator('.line', { hasText: 'number' }).hover();
        await litInSource('number');
        // From the source to the pane, by keyboard.
        await playground.page.mouse.move(0, 0);
        await playground.editor.click();
        await playground.page.keyboard.press('ControlOrMeta+Home');
        await playground.page.keyboard.press('ArrowDown');
        await playground.page.keyboard.press('End');
        await playground.page.keyboard.press('ArrowLeft');
        await playground.page.keyboard.press('ArrowLeft');
        await playground.until(async () => /42/.test(await pane.locator('.line.lit').first().innerText().catch(() => '')), 'the literal to light up');
        // From the pane to the source, by keyboard.
        await pane.focus();
        await playground.page.keyboard.press('Home');
        await litInSource('fn');
        await playground.page.keyboard.press('ArrowDown');
        await litInSource('main');
        await playground.page.keyboard.press('Enter');
        assert.equal(await playground.page.evaluate(() => document.activeElement.className), 'editor-host');
    },

    async 'the keyboard gets out of the editor'(playground) {
        await playground.open();
        await playground.editor.click();
        await playground.page.keyboard.press('Tab');
        assert.equal(await playground.page.evaluate(() => document.activeElement.className), 'editor-host', 'Tab indents');
        await playground.page.keyboard.press('Escape');
        await playground.page.keyboard.press('Tab');
        assert.notEqual(await playground.page.evaluate(() => document.activeElement.className), 'editor-host');
    },

    async 'runs on every engine, in both profiles, and all print the same'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let mut x: u8 = 250;\n    for i in 0..4 {\n        x += 1;\n        println!("{i}: {x}");\n    }\n    eprintln!("done");\n}\n');
        for (const profile of ['debug', 'release']) {
            await playground.choose('Profile', profile);
            for (const engine of ['Tree', 'VM', 'Wasm']) {
                await playground.choose('Engine', engine);
                const { output, status } = await playground.run();
                assert.equal(output.trim(), '0: 251\n1: 252\n2: 253\n3: 254\ndone', `${profile}, ${engine}`);
                assert.match(status, /^Exit code 0/);
                assert.match(status, new RegExp(engine));
            }
        }
    },

    async 'a panic shows its message and exit code'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    println!("before");\n    let list = [1, 2, 3];\n    for index in 2..5 {\n        println!("{}", list[index]);\n    }\n}\n');
        for (const engine of ['Tree', 'VM', 'Wasm']) {
            await playground.choose('Engine', engine);
            const { output, status } = await playground.run();
            assert.match(output, /^before\n3\n\nthread 'main' panicked at main\.rs:5:24:\nindex out of bounds: the len is 3 but the index is 3\n/, engine);
            assert.match(status, /^Exit code 101/);
        }
    },

    async 'an endless loop is stopped, and what it printed stays'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    println!("going round");\n    let mut n: u64 = 0;\n    loop {\n        n ^= 1;\n    }\n}\n');
        for (const engine of ['Tree', 'VM', 'Wasm']) {
            await playground.choose('Engine', engine);
            await playground.button('Run').click();
            await playground.until(async () => /going round/.test(await playground.output()), 'the output');
            // The page answers while the program runs.
            await playground.tab(/Problems/);
            await playground.tab(/Output/);
            await playground.button('Stop').click();
            await playground.until(async () => /stopped/.test(await playground.status()), 'the end');
            assert.match(await playground.output(), /going round/);
        }
        await playground.write(SUM);
        assert.equal((await playground.run()).output.trim(), '42', 'it runs again');
    },

    async 'a run that reaches its budget waits with what it printed, and goes on'(playground) {
        await playground.open();
        for (const [engine, unit, rounds] of [['Tree', 'calls and rounds of loops', 10_000_000], ['VM', 'instructions', 60_000_000]]) {
            await playground.write(`fn main() {\n    println!("before");\n    let mut n: u64 = 0;\n    for i in 0..${rounds}u64 {\n        n = n.wrapping_mul(31) ^ i;\n    }\n    println!("after {n}");\n}\n`);
            await playground.choose('Engine', 'Wasm');
            const whole = (await playground.run()).output.trim();
            assert.match(whole, /^before\nafter \d+$/);
            await playground.choose('Engine', engine);
            await playground.button('Run').click();
            const paused = new RegExp(`${engine} paused after [\\d\\s]+ ${unit}`);
            await playground.until(async () => paused.test(await playground.status()), `${engine} pauses`);
            assert.equal((await playground.output()).trim(), 'before', engine);
            // As often as it is paused.
            const goesOn = async () => {
                const status = await playground.status();
                if (paused.test(status)) await playground.button('Continue').click();
                return /Exit code 0/.test(status);
            };
            await playground.until(goesOn, `${engine} goes on to its end`);
            assert.equal((await playground.output()).trim(), whole, engine);
        }
    },

    async 'what never ends or takes too much is stopped or ends by itself, on every engine'(playground) {
        await playground.open();
        const programs = [
            ['prints for ever', 'fn main() {\n    println!("first");\n    loop {\n        print!("x");\n        eprintln!("y");\n    }\n}\n', 'stop'],
            ['loops in a called function', 'fn turn(n: u64) -> u64 {\n    if n == 1 { n } else { turn(n / 2) }\n}\n\nfn main() {\n    println!("first");\n    let mut sum: u64 = 0;\n    loop {\n        sum ^= turn(1 << 20);\n    }\n}\n', 'stop'],
            ['recurses for ever', 'fn deeper(n: u64) -> u64 {\n    if n == u64::MAX { 0 } else { deeper(n + 1) ^ n }\n}\n\nfn main() {\n    println!("first");\n    println!("{}", deeper(0));\n}\n', /overflowed its stack/],
            ['fills the stack at once', 'fn sum() -> u64 {\n    let values = [7u64; 8_000_000];\n    let mut sum = 0;\n    let mut index = 0;\n    while index < 8_000_000 {\n        sum ^= values[index];\n        index += 1;\n    }\n    sum\n}\n\nfn main() {\n    println!("first");\n    println!("{}", sum());\n}\n', /overflowed its stack/],
        ];
        for (const [what, program, end] of programs) {
            await playground.write(program);
            for (const engine of ['Tree', 'VM', 'Wasm']) {
                await playground.choose('Engine', engine);
                await playground.button('Run').click();
                await playground.until(async () => /^first(\n|$)/.test(await playground.output()), `the output of what ${what} on ${engine}`);
                if (end === 'stop') await playground.stop();
                else await playground.until(async () => end.test(await playground.output()), `${end} from what ${what} on ${engine}`);
                assert.match(await playground.output(), /^first(\n|$)/, `${what} on ${engine}`);
            }
        }
        await playground.write(SUM);
        assert.equal((await playground.run()).output.trim(), '42', 'it runs again');
    },

    async 'programs as deep as they come leave the compiler alive'(playground) {
        await playground.open();
        const nested = (depth) => `fn main() {\n    println!("{}", ${'('.repeat(depth)}1${')'.repeat(depth)});\n}\n`;
        const blocks = (depth) => `fn main() {\n    let n = ${'{ '.repeat(depth)}1${' }'.repeat(depth)};\n    println!("{n}");\n}\n`;
        const negated = (depth) => `fn main() {\n    println!("{}", ${'!'.repeat(depth)}1i32);\n}\n`;
        const chain = (length) => `fn main() {\n    println!("{}", 1i32${' + 1'.repeat(length)});\n}\n`;
        const programs = [nested(100), nested(120), nested(126), nested(128), blocks(60), blocks(120), negated(120), chain(100), nested(200), chain(5_000), `fn main() { ${'('.repeat(20_000)}`, `fn main() { ${'{'.repeat(20_000)}`, `fn main() { let x: ${'&'.repeat(20_000)}`];
        for (const layer of ['Tree', 'Types', 'Owners', 'IR', 'Bytecode', 'WAT', 'Bytes']) {
            await playground.layer(layer);
            for (const program of programs) {
                await playground.write(program);
                await playground.page.waitForTimeout(150);
                assert.equal(await playground.page.locator('.notice').count(), 0, `${layer}: ${program.slice(0, 60)}…, ${program.length} bytes`);
            }
            // What comes after it is checked again.
            await playground.write(SUM);
            await playground.until(async () => (await playground.page.locator('.cm-lintRange-error').count()) === 0, `no errors after ${layer}`);
        }
        for (const program of programs.slice(0, 8)) {
            await playground.write(program);
            for (const engine of ['Tree', 'VM', 'Wasm']) {
                await playground.choose('Engine', engine);
                const { status } = await playground.run();
                assert.match(status, /^(Exit code 0|Not run)/, `${engine}: ${program.slice(0, 60)}…, ${program.length} bytes`);
            }
        }
    },

    async 'much output of both streams comes whole and in order, and its end is in view'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let mut n: u64 = 0;\n    while n < 3000 {\n        println!("line {n}");\n        if n % 7 == 0 {\n            eprintln!("seven {n}");\n        }\n        n += 1;\n    }\n    print!("the end");\n}\n');
        const lines = Array.from({ length: 3000 }, (_, n) => (n % 7 === 0 ? `line ${n}\nseven ${n}` : `line ${n}`));
        for (const engine of ['Tree', 'VM', 'Wasm']) {
            await playground.choose('Engine', engine);
            const { output } = await playground.run();
            assert.equal(output, `${lines.join('\n')}\nthe end`, engine);
            assert.ok(await playground.page.locator('.drawer-body').evaluate((body) => {
                const last = body.querySelector('.part:last-of-type').getBoundingClientRect();
                return last.bottom <= body.getBoundingClientRect().bottom + 40;
            }), 'the end is in view');
        }
    },

    async 'a flood of output leaves the page alive'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let mut n: u64 = 0;\n    loop {\n        println!("line {n}");\n        n += 1;\n    }\n}\n');
        await playground.button('Run').click();
        await playground.until(async () => (await playground.page.locator('.withheld').count()) > 0, 'output to be withheld');
        await playground.button('Stop').click();
        await playground.until(async () => /stopped/.test(await playground.status()), 'the end');
        assert.match(await playground.output(), /^line 0\nline 1\n/);
    },

    async 'a rejected program is not run and says why'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let x: i32 = true;\n    println!("{x}");\n}\n');
        const { status } = await playground.run();
        assert.match(status, /errors/);
        assert.match(await playground.page.locator('.problems').innerText(), /mismatched types[\s\S]*E0308/);
        await playground.button('Explain E0308').click();
        await playground.page.locator('.explanation').waitFor();
    },

    async 'hovering over an expression shows its type'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let number = 42u8;\n    println!("{}", number);\n}\n');
        const line = playground.page.locator('.cm-line').nth(1);
        const { x, y } = await line.boundingBox();
        await playground.page.mouse.move(x + 90, y + 10);
        assert.match(await playground.page.locator('.cm-type-tip').innerText(), /number: u8/);
    },

    async 'every layer shows the program, and one layer lights up the next'(playground) {
        await playground.open();
        await playground.write('fn add(a: i32, b: i32) -> i32 {\n    a + b\n}\n\nfn main() {\n    println!("{}", add(1, 2));\n}\n');
        for (const [layer, sign] of [
            ['Tokens', /identifier\s+add/],
            ['Tree', /Fn add/],
            ['Types', /fn add\(i32, i32\) -> i32/],
            ['Owners', /fn add\s+1\s+● ●\s+a initialised, b initialised/],
            ['IR', /"add" \(i32, i32\) -> i32/],
            ['Bytecode', /fn add/],
            ['WAT', /^\(module/],
            ['Bytes', /^000000\s+00 61 73 6d/],
        ]) {
            const pane = await playground.layer(layer);
            await playground.until(async () => sign.test((await pane.innerText()).replaceAll('\u00a0', ' ')), `${layer} to show ${sign}`);
        }
        await playground.layer('Bytecode');
        await playground.button('Show another layer beside this one').click();
        const bytecode = playground.page.getByRole('listbox', { name: 'Bytecode' });
        const wat = playground.page.getByRole('listbox', { name: 'WAT' });
        await wat.waitFor();
        await bytecode.locator('.line', { hasText: /add/i }).nth(1).click();
        await playground.until(async () => (await wat.locator('.line.lit').count()) > 0, 'the module to light up');
        assert.ok((await playground.page.locator('.cm-lit').count()) > 0);
    },

    async 'the library is folded, can be opened, and stands apart'(playground) {
        await playground.open();
        await playground.write('use std::collections::HashMap;\n\nstruct Loud(i32);\n\nimpl Drop for Loud {\n    fn drop(&mut self) {\n        println!("{} is dropped", self.0);\n    }\n}\n\nfn main() {\n    let mut list: Vec<i32> = Vec::new();\n    list.push(7);\n    let louds: Vec<Box<Loud>> = list.iter().map(|n| Box::new(Loud(n * 2))).collect();\n    let map: HashMap<usize, i32> = list.iter().copied().enumerate().collect();\n    println!("{} {}", louds.len(), map[&0]);\n}\n');
        for (const [layer, ...names] of [
            ['IR', 'user "main" ', '; Vec<i32>::push', 'user "<Loud as Drop>::drop"', 'user "main::{closure#0}"'],
            ['Bytecode', 'CALL             Vec<i32>::push', '<Map<Iter<i32>, {main::{closure#0}}> as Iterator>::collect::<Vec<Box<Loud>>>', 'fn <Loud as Drop>::drop'],
            ['WAT', 'call $Vec<i32>::push', '(func $"main::{closure#0}"'],
            ['Bytes', 'call $Vec<i32>::push'],
        ]) {
            const pane = await playground.layer(layer);
            await playground.until(async () => (await pane.locator('.line').count()) > 3, `${layer} to be shown`);
            const folded = await playground.paneText(pane, 600);
            for (const name of names) assert.ok(folded.some(({ text }) => text.includes(name)), `${name} in ${layer}`);
            assert.match(folded.at(-1).text, /^[\d,. \u202f]+ functions (and [\d,. \u202f]+ pieces of data )?of the library, folded$/, layer);
            await playground.button('Library').click();
            await playground.until(async () => !/folded$/.test((await playground.paneText(pane, 0)).at(-1).text), `${layer} to open the library`);
            const open = await playground.paneText(pane, 1500);
            const calls = open.filter(({ text }) => text.includes('Vec<i32>::push'));
            assert.ok(calls.some(({ library }) => !library), `${layer}: the program's own call`);
            const isLibrary = { IR: /^"Vec<i32>::push"/, Bytecode: /^fn Vec<i32>::push/, WAT: /^\(func \$Vec<i32>::push/, Bytes: /Vec<i32>::push has type/ }[layer];
            assert.ok(open.some(({ text, library }) => library && isLibrary.test(text)), `${layer}: the library's function, apart from the program`);
        }
        await playground.checkAccess('the library open');
    },

    async 'the passes can be looked at one by one'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let a = 2;\n    let b = 3;\n    println!("{}", a * b);\n}\n');
        await playground.choose('Profile', 'release');
        const pane = await playground.layer('IR');
        const menu = playground.page.getByLabel('after');
        await menu.waitFor();
        const options = await menu.locator('option').allInnerTexts();
        assert.ok(options.length > 3, options.join(', '));
        const last = await pane.innerText();
        await menu.selectOption({ index: 1 });
        await playground.until(async () => (await pane.innerText()) !== last, 'the IR before the passes');
    },

    async 'the three engines are timed side by side'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let mut sum: u32 = 0;\n    for i in 0..20000 {\n        sum = sum ^ (i * 3);\n    }\n    println!("{sum}");\n}\n');
        await playground.button('Time').click();
        await playground.page.getByText(/clock was seen to move in steps of/).waitFor({ timeout: 60_000 });
        const rows = await playground.page.locator('.timings table').first().locator('tbody tr').allInnerTexts();
        assert.equal(rows.length, 3);
        for (const row of rows) assert.match(row, /(ns|µs|ms).*(ns|µs|ms).*(ns|µs|ms).*×/s);
        assert.equal(rows.filter((row) => /1\.0×/.test(row)).length, 1, rows.join('\n'));
        assert.equal(await playground.page.locator('.chart .series').count(), 3);
        await playground.page.getByText('The first runs as a table').click();
        assert.ok((await playground.page.locator('details tbody tr').count()) > 5);
        await playground.checkAccess('timings');
    },

    async 'every example runs without an error of ours'(playground) {
        await playground.open();
        const count = await playground.page.getByLabel('Examples').locator('option').count();
        for (let index = 1; index < count; index++) {
            await playground.page.getByLabel('Examples').selectOption({ index });
            const { output, status } = await playground.run();
            assert.match(status, /^Exit code (0|101)/, `example ${index}: ${output}`);
            assert.notEqual(output.trim(), '');
        }
    },

    async 'a link carries program and profile'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.choose('Profile', 'release');
        await playground.button('Share').click();
        await playground.page.getByRole('dialog', { name: 'Share' }).waitFor();
        const { hash } = new URL(playground.page.url());
        assert.match(hash, /^#[\w-]+$/);
        await playground.end();

        await playground.open({ fragment: hash });
        assert.equal((await playground.program()).trim(), SUM.trim());
        const release = playground.page.getByRole('group', { name: 'Profile' }).getByRole('button', { name: 'release' });
        assert.equal(await release.getAttribute('aria-pressed'), 'true');
        assert.equal(new URL(playground.page.url()).hash, '', 'what is edited from now on is not what the link says');
    },

    async 'a damaged link says so and loses nothing'(playground) {
        await playground.open({ fragment: '#AQBzzzz' });
        await playground.page.getByText(/damaged/).waitFor();
        assert.match(await playground.program(), /fn main/);
    },

    async 'an example replaces the program, which can be brought back'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.page.getByLabel('Examples').selectOption({ index: 3 });
        await playground.until(async () => /FizzBuzz/.test(await playground.program()), 'the example');
        await playground.button('Bring my program back').click();
        await playground.until(async () => (await playground.program()).trim() === SUM.trim(), 'the program');
    },

    async 'the program is there before the editor, where the editor will have it'(playground) {
        // Where the first letter of each line stands.
        const places = () =>
            playground.page.evaluate(() => {
                const lines = document.querySelector('.editor-host')?.shadowRoot.querySelectorAll('.cm-line') ?? document.querySelectorAll('.first span');
                const place = (line) => {
                    const range = document.createRange();
                    range.selectNodeContents(line);
                    const { x, y } = range.getClientRects()[0] ?? {};
                    return [line.textContent.trimEnd(), Math.round(x), Math.round(y)];
                };
                return [...lines].map(place).filter(([text]) => text !== '');
            });
        const long = `fn main() {\n${'    // a line that is so long that it needs a second one where the window is narrow\n\tlet _ = 1;\n'.repeat(8)}}\n`;
        for (const [width, height] of [[360, 740], [640, 1400], [1000, 1400], [1440, 1000]]) {
            for (const stored of [{}, { program: long, theme: 'dark' }]) {
                const what = `${width} px, ${JSON.stringify(stored).slice(0, 40)}`;
                await playground.open({ slow: /page_bg/, stored, viewport: { width, height } });
                const first = await playground.until(async () => (await places()).length > 5 && places(), 'the program');
                assert.equal(first.some(([text]) => text.includes('so long')), 'program' in stored, what);
                assert.equal(await playground.page.evaluate(() => document.documentElement.dataset.theme), stored.theme, what);
                await playground.checkAccess(`before the editor, ${what}`);
                playground.letSlowOnesPass();
                await playground.ready();
                assert.deepEqual((await places()).slice(0, 8), first.slice(0, 8), what);
                await playground.end();
            }
        }
        await playground.open({ slow: /page_bg/, fragment: '#AgAA' });
        await playground.page.waitForTimeout(200);
        assert.equal(await playground.page.locator('.first').textContent(), '', 'what a link holds is not known yet');
        playground.letSlowOnesPass();
        await playground.ready();
    },

    async 'the program can be edited before the compiler has been loaded'(playground) {
        await playground.open({ slow: /worker_bg/ });
        assert.match(await playground.page.locator('.column').innerText(), /The compiler is loading. You can type already./);
        await playground.checkAccess('while the compiler is loading');
        await playground.write(SUM);
        await playground.button('Run').click();
        assert.match(await playground.status(), /^Running/);
        playground.letSlowOnesPass();
        await playground.ready();
        await playground.until(async () => /^Exit code 0/.test(await playground.status()), 'the end of the run');
        assert.equal((await playground.output()).trim(), '42');
    },

    async 'how long the first load takes (a figure, not a judgement)'(playground) {
        for (const conditions of [{ megabits: 1000, latency: 0 }, { megabits: 10, latency: 40 }]) {
            const network = new Network(conditions);
            const site = await serve(playground.folder, '/compressed/', { compressed: true, network });
            playground.address = site.address;
            const times = await playground.timeFirstLoad(network);
            const text = Object.entries(times).map(([what, { time, kilobytes }]) => `${what} ${time.toFixed(0)} ms, ${kilobytes.toFixed(0)} kB`);
            playground.tell(`${network.megabits} Mbit/s, ${network.latency} ms: ${text.join('; ')}`);
            assert.ok(times.readable.kilobytes < times.editable.kilobytes, 'the program does not wait for the editor');
            assert.ok(times.editable.time < times.layer.time, 'the editor does not wait for the compiler');
            await playground.end();
            site.end();
        }
    },

    async 'how long a keystroke takes to reach every visible pane (a figure, not a judgement)'(playground) {
        await playground.open({ viewport: { width: 1600, height: 1000 } });
        for (const [layers, profile] of [[['Tree'], 'debug'], [['IR'], 'debug'], [['Tree', 'IR', 'Bytecode'], 'debug'], [['Types', 'IR', 'WAT'], 'release']]) {
            const { median, fastest, slowest } = await playground.timeKeystrokes(layers, profile);
            playground.tell(`${layers.join(' + ')}, ${profile}: median ${median.toFixed(1)} ms, ${fastest.toFixed(1)} to ${slowest.toFixed(1)} ms`);
            assert.ok(median > 0);
        }
    },

    async 'nothing for axe to find, in light and dark, wide, narrow and at 200 % zoom'(playground) {
        for (const colorScheme of ['light', 'dark']) {
            // A window of 1280 px at 200 % is 640 px of the page.
            for (const [width, height, deviceScaleFactor] of [[1440, 800, 1], [640, 400, 2], [360, 800, 1]]) {
                await playground.open({ colorScheme, viewport: { width, height }, deviceScaleFactor });
                await playground.checkAccess(`${colorScheme}, ${width} px`);
                if (width < 860) {
                    for (const part of ['Results', 'Layers']) {
                        await playground.button(part).click();
                        await playground.checkAccess(`${colorScheme}, ${width} px, ${part}`);
                    }
                    const overflow = await playground.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                    assert.ok(overflow <= 0, `${overflow} px too wide`);
                }
                await playground.end();
            }
        }
    },
};
