// What a person does when stepping through a program, and what they should see.

import assert from 'node:assert/strict';

const SUM = `fn add(a: i32, b: i32) -> i32 {
    let sum = a + b;
    sum
}

fn main() {
    let mut total = 0;
    for i in 0..5 {
        total = add(total, i);
        println!("{i}: {total}");
    }
    println!("{total}");
}
`;

const PANIC = `fn third(list: &[i32]) -> i32 {
    list[2]
}

fn main() {
    println!("before");
    let list = vec![7, 8];
    println!("{}", third(&list));
}
`;

const OWNERS = `struct Point {
    x: i32,
    y: i32,
}

fn main() {
    let mut point = Point { x: 1, y: 2 };
    let name = String::from("staircase");
    let list = vec![3, 1, 4];
    let other = name;
    let nearest = &list;
    point.x = 40;
    point.x = 41;
    let late;
    late = nearest.len();
    println!("{} {} {} {other}", point.x, point.y, late);
}
`;

export const tests = {
    async 'steps by line, forwards and backwards, and every pane shows the same moment'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.step();
        assert.match(await playground.runningLine(), /^let mut total = 0;|^fn main/);
        const seen = [];
        for (let index = 0; index < 8; index++) {
            seen.push(await playground.runningLine());
            await playground.tools('Step');
        }
        assert.ok(seen.includes('let sum = a + b;'), `it goes into calls: ${seen.join(' | ')}`);
        const bytecode = playground.page.getByRole('listbox', { name: 'Bytecode' });
        await bytecode.locator('.line.running[aria-current=step]').first().waitFor();
        assert.ok((await playground.page.locator('.cm-running').count()) > 0, 'the expression within the line');
        assert.notEqual((await playground.page.locator('.narration p').first().innerText()).trim(), '');
        const back = [];
        for (let index = 0; index < 8; index++) {
            await playground.tools('Back');
            back.unshift(await playground.runningLine());
        }
        assert.deepEqual(back, seen, 'the way back is the same');
    },

    async 'steps over, out, by call, expression and instruction'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.step();
        await playground.until(async () => {
            await playground.tools('Over');
            return /total = add/.test(await playground.runningLine());
        }, 'the call');
        const call = await playground.moment();
        await playground.tools('Over');
        assert.match(await playground.runningLine(), /^println/);
        await playground.tools('Back over');
        assert.deepEqual(await playground.moment(), call);
        await playground.tools('Step');
        assert.match(await playground.page.locator('.narration .place').innerText(), /^add, line/);
        await playground.tools('Out');
        assert.match(await playground.page.locator('.narration .place').innerText(), /^main, line/);
        await playground.choose('Step by', 'Instruction');
        const { step } = await playground.moment();
        await playground.tools('Step', 'Step');
        assert.equal((await playground.moment()).step, step + 2);
        await playground.choose('Step by', 'Call');
        await playground.tools('Step');
        assert.match(await playground.page.locator('.narration .place').innerText(), /^add, line/);
        await playground.choose('Step by', 'Expression');
        const before = await playground.page.locator('.cm-running').allInnerTexts();
        await playground.tools('Step');
        assert.notDeepEqual(await playground.page.locator('.cm-running').allInnerTexts(), before);
    },

    async 'any moment can be jumped to, by number and by dragging'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.step();
        const { total } = await playground.moment();
        assert.ok(total > 100, `${total} instructions`);
        await playground.goTo(100);
        assert.equal((await playground.moment()).step, 100);
        await playground.goTo(10 * total);
        assert.equal((await playground.moment()).step, total, 'there are not so many');
        await playground.tools('To the start');
        assert.equal((await playground.moment()).step, 0);
        const scrubber = playground.page.getByRole('slider', { name: 'Moment of the run' });
        const { x, y, width, height } = await scrubber.boundingBox();
        await playground.page.mouse.move(x + 4, y + height / 2);
        await playground.page.mouse.down();
        for (let part = 0; part <= 1; part += 0.05) await playground.page.mouse.move(x + width * part, y + height / 2);
        await playground.page.mouse.move(x + width / 2, y + height / 2);
        await playground.page.mouse.up();
        await playground.settled();
        const { step } = await playground.moment();
        assert.ok(Math.abs(step / total - 0.5) < 0.05, `${step} of ${total}`);
        await playground.tools('To the end');
        assert.equal((await playground.moment()).step, total);
    },

    async 'from a panic back to the line that caused it'(playground) {
        await playground.open();
        await playground.write(PANIC);
        for (const engine of ['Tree', 'VM', 'Wasm']) {
            await playground.choose('Engine', engine);
            await playground.run();
            await playground.button('◂ Step back from the panic').click();
            await playground.settled();
            assert.equal(await playground.runningLine(), 'list[2]', engine);
            assert.match(await playground.page.locator('.narration .place').innerText(), /^third, line 2/);
            await playground.tools('Back out');
            assert.match(await playground.runningLine(), /third\(&list\)/);
            await playground.button('Close').click();
        }
        await playground.write(SUM);
        await playground.run();
        assert.equal(await playground.button('◂ Step back from the panic').count(), 0);
    },

    async 'runs to breakpoints and back to them, and conditions count'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.step();
        const line = playground.page.locator('.cm-lineNumbers .cm-gutterElement', { hasText: /^2$/ });
        const { y, height } = await line.boundingBox();
        const gutter = await playground.page.locator('.cm-stops').boundingBox();
        await playground.page.mouse.click(gutter.x + 10, y + height / 2);
        await playground.page.locator('.stop.plain').waitFor();
        await playground.keys('F5');
        assert.equal(await playground.runningLine(), 'let sum = a + b;');
        const first = await playground.moment();
        await playground.keys('F5', 'Control+F5');
        assert.deepEqual(await playground.moment(), first, 'back to the one before');
        await playground.tab(/Breakpoints \(1\)/);
        const condition = playground.page.getByLabel('Condition of line 2');
        await condition.fill('b == 3');
        await condition.press('Enter');
        await playground.page.locator('.stop.conditional').waitFor();
        await playground.tools('To the start', 'Run on');
        assert.equal(await playground.runningLine(), 'let sum = a + b;');
        assert.match(await playground.variable('b').innerText(), /3/);
        await playground.tools('Run on');
        const { step, total } = await playground.moment();
        assert.equal(step, total, 'it holds once');
        await condition.fill('nonsense +');
        await condition.press('Enter');
        await playground.page.locator('.breakpoints .reason').waitFor();
        await playground.page.getByRole('checkbox', { name: 'line 2' }).uncheck();
        await playground.page.locator('.stop.disabled').waitFor();
        await playground.button('Remove line 2').click();
        assert.equal(await playground.page.locator('.stop').count(), 0);
        // A breakpoint moves with its line, and is set by the keyboard as well.
        await playground.editor.click();
        await playground.page.keyboard.press('ControlOrMeta+Home');
        await playground.page.keyboard.press('F9');
        await playground.page.locator('.stop.plain').waitFor();
        await playground.page.keyboard.press('Enter');
        await playground.tab(/Breakpoints \(1\)/);
        await playground.page.locator('.breakpoints').getByText('line 2', { exact: true }).waitFor();
    },

    async 'any pane drives'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.step();
        // From the program, to the cursor.
        await playground.page.locator('.cm-line', { hasText: 'let sum' }).click();
        await playground.keys('F7');
        assert.equal(await playground.runningLine(), 'let sum = a + b;');
        // From the bytecode, by its buttons.
        const bytecode = playground.page.getByRole('listbox', { name: 'Bytecode' });
        const add = bytecode.locator('.line', { hasText: /ADD_I32/ }).first();
        await add.click();
        await playground.button('Run to here ▸').click();
        await playground.settled();
        assert.match(await bytecode.locator('.line.running').first().innerText(), /ADD_I32/);
        const { step } = await playground.moment();
        await playground.button('Run to here ▸').click();
        await playground.settled();
        assert.ok((await playground.moment()).step > step, 'the next time');
        await playground.button('◂ Back to here').click();
        await playground.settled();
        assert.equal((await playground.moment()).step, step);
        // And from every other layer.
        for (const layer of ['Tree', 'Types', 'IR', 'WAT', 'Bytes', 'Tokens']) {
            await playground.column(0, layer);
            const pane = playground.page.getByRole('listbox', { name: layer, exact: true });
            await pane.locator('.line.running').first().waitFor();
        }
    },

    async 'the machine shows the instruction, what it does, and each call’s own stacks'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.step();
        await playground.column(1, 'Machine');
        await playground.page.locator('.cm-line', { hasText: 'let sum' }).click();
        await playground.keys('F7');
        const bytecode = playground.page.getByRole('listbox', { name: 'Bytecode' });
        await bytecode.locator('.line', { hasText: /ADD_I32/ }).first().click();
        await playground.button('Run to here ▸').click();
        await playground.settled();
        const machine = playground.page.getByRole('region', { name: 'Machine' });
        assert.match(await machine.locator('.next').innerText(), /ADD_I32/);
        const [before, after] = await machine.locator('figure').allInnerTexts();
        assert.equal(before.match(/pops/g)?.length, 2, before);
        assert.equal(after.match(/pushed/g)?.length, 1, after);
        await machine.getByText('Fetch, decode, execute').click();
        assert.ok((await machine.locator('dt').count()) >= 3);
        const frames = await machine.locator('.frame summary .function').allInnerTexts();
        assert.deepEqual(frames.slice(0, 2), ['add', 'main']);
        assert.match(await machine.locator('.frame').first().innerText(), /Operand stack of this call[\s\S]*Slots of this call/);
        await playground.checkAccess('the machine');
    },

    async 'memory is a picture: values, what has none, what changed, and arrows'(playground) {
        await playground.open();
        await playground.write(OWNERS);
        await playground.step();
        await playground.until(async () => {
            await playground.tools('Over');
            return /^late = /.test(await playground.runningLine());
        }, 'the line');
        assert.match(await playground.variable('list').innerText(), /Vec<i32>/);
        assert.match(await playground.variable('name').innerText(), /moved away/);
        assert.match(await playground.variable('late').innerText(), /no value yet/);
        assert.match(await playground.variable('x').innerText(), /41/);
        assert.ok((await playground.page.locator('.arrows .line-of').count()) >= 2, 'arrows to what is owned and referred to');
        await playground.variable('x').click();
        await playground.button('◂ Who last wrote this?').click();
        await playground.settled();
        assert.equal(await playground.runningLine(), 'point.x = 41;');
        await playground.tools('Over');
        assert.match(await playground.variable('x').innerText(), /changed[\s\S]*41/);
        await playground.button('◂ Who last wrote this?').click();
        await playground.settled();
        await playground.button('◂ Who last wrote this?').click();
        await playground.settled();
        assert.equal(await playground.runningLine(), 'point.x = 40;');
        await playground.checkAccess('the picture of memory');
        await playground.choose('Memory as', 'Bytes');
        await playground.page.locator('.hex-row').first().waitFor();
        await playground.until(async () => /[0-9a-f]{2} ?[0-9a-f]{2}/.test(await playground.page.locator('.hex-row .cells').first().innerText()), 'bytes');
        await playground.until(async () => (await playground.page.locator('.hex-row .owners').allInnerTexts()).some((owners) => /point/.test(owners)), 'what they belong to');
        await playground.checkAccess('memory as bytes');
    },

    async 'what is watched stops the run in both directions'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.step();
        await playground.tools('Over', 'Over');
        await playground.variable('total').click();
        await playground.button('Stop when it changes').click();
        await playground.page.locator('.breakpoints').getByText('changes of total in main').waitFor();
        const stops = [];
        for (let index = 0; index < 3; index++) {
            await playground.tools('Run on');
            stops.push(await playground.runningLine());
        }
        assert.deepEqual(new Set(stops), new Set(['total = add(total, i);']));
        const { step } = await playground.moment();
        await playground.tools('Run on', 'Run back');
        assert.equal((await playground.moment()).step, step);
    },

    async 'everything is counted, and shown beside the lines of every pane'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.step();
        await playground.column(1, 'Profile');
        const profile = playground.page.getByRole('region', { name: 'Profile' });
        await profile.getByRole('button', { name: /^Count all/ }).click();
        await playground.until(async () => /\badd\t?\s*5\b/.test(await profile.locator('table').first().innerText()), 'five calls of add');
        const counts = await playground.page.locator('.cm-counts .cm-gutterElement').allInnerTexts();
        assert.ok(counts.includes('5'), `how often lines were executed: ${counts}`);
        const bytecode = playground.page.getByRole('listbox', { name: 'Bytecode' });
        await playground.page.locator('.cm-line', { hasText: 'let sum' }).click();
        await playground.keys('F7');
        assert.match(await bytecode.locator('.line', { hasText: /ADD_I32/ }).first().locator('.count').innerText(), /executed\s*5\s*times/);
        for (const layer of ['IR', 'Types']) {
            await playground.column(0, layer);
            await playground.page.getByRole('listbox', { name: layer, exact: true }).locator('.count[class*=heat-]').first().waitFor();
        }
        await playground.checkAccess('the profile');
        await playground.button('Close').click();
        assert.equal(await playground.page.locator('.count, .cm-counts').count(), 0);
    },

    async 'output is shown up to the moment, and dimmed from there on'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.step();
        const later = () => playground.page.locator('.console .later').innerText();
        assert.match(await later(), /^0: 0\n1: 1\n2: 3\n3: 6\n4: 10\n10$/);
        await playground.tools('To the end');
        assert.equal(await playground.page.locator('.console .later').count(), 0);
        await playground.page.getByText('all is printed').waitFor();
        await playground.tools('Back over', 'Back over');
        assert.match(await later(), /^10$/);
    },

    async 'output leads to the moment that printed it, by mouse and by keyboard'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    for i in 0..3 {\n        println!("é {i}");\n        eprint!("oops");\n        eprintln!(" {i}");\n    }\n}\n');
        await playground.step();
        const printed = playground.page.getByRole('group', { name: 'What the program prints' });
        const later = () => playground.page.locator('.console .later').innerText();
        assert.equal(await printed.locator('.part').first().evaluate((part) => getComputedStyle(part).cursor), 'pointer');
        assert.match(await printed.getAttribute('title'), /moment that printed this/);
        // Where a piece of the text is on the screen: the left or the right half of its last character.
        const place = (text, half) => printed.evaluate((element, [text, half]) => {
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const end = node.data.indexOf(text) + text.length;
                if (end < text.length) continue;
                const range = document.createRange();
                range.setStart(node, end - 1);
                range.setEnd(node, end);
                const { left, top, width, height } = range.getBoundingClientRect();
                return { x: left + width * half, y: top + height / 2 };
            }
        }, [text, half]);
        const click = async (text, half) => {
            const { x, y } = await place(text, half);
            const before = await playground.moment();
            await playground.page.mouse.click(x, y);
            await playground.until(async () => (await playground.moment()).step !== before.step, 'another moment');
            await playground.settled();
        };
        await click('é 1', 0.25);
        assert.equal(await playground.runningLine(), 'println!("é {i}");');
        assert.match(await playground.variable('i').innerText(), /1/);
        assert.match(await later(), /^é 1\noops 1\n/);
        await click('oops 1', 0.75);
        assert.equal(await playground.runningLine(), 'eprintln!(" {i}");');
        assert.match(await later(), /^ 1\né 2/);
        await click('oops', 0.25);
        assert.equal(await playground.runningLine(), 'eprint!("oops");');
        assert.match(await later(), /^oops 0\né 1/);
        // A part that was selected is to be copied, not gone to.
        const { step } = await playground.moment();
        const [from, to] = [await place('é 2', 0.25), await place('oops 2', 0.75)];
        await playground.page.mouse.move(from.x, from.y);
        await playground.page.mouse.down();
        await playground.page.mouse.move(to.x, to.y, { steps: 5 });
        await playground.page.mouse.up();
        await playground.settled();
        assert.equal((await playground.moment()).step, step);
        await playground.page.evaluate(() => getSelection().removeAllRanges());
        // The keyboard: one line is a button, the arrow keys choose another.
        await printed.getByRole('button').focus();
        await playground.keys('End', 'ArrowUp', 'Enter');
        assert.equal(await playground.runningLine(), 'println!("é {i}");');
        assert.match(await playground.variable('i').innerText(), /2/);
        assert.match(await later(), /^é 2\noops 2$/);
        assert.equal(await playground.page.evaluate(() => document.activeElement.textContent.trim()), 'é 2', 'the focus stays');
        await playground.keys('Home', 'Enter');
        assert.match(await later(), /^é 0\n/);
        await playground.checkAccess('the output');
    },

    async 'much output stays quick to step through (a figure, not a judgement)'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    for i in 0..40_000 {\n        println!("{i}");\n    }\n}\n');
        await playground.step();
        await playground.page.getByText('39999', { exact: false }).first().waitFor({ state: 'attached' });
        const printed = playground.page.getByRole('group', { name: 'What the program prints' });
        await printed.getByRole('button').focus();
        await playground.keys('End', 'Enter');
        assert.match(await playground.variable('i').innerText(), /39999/);
        await playground.keys('Home', 'PageDown', 'Enter');
        assert.match(await playground.variable('i').innerText(), /10/);
        const times = await playground.timeSteps('step-over', 40);
        playground.tell(`a step with ${await printed.evaluate((element) => element.textContent.length)} characters of output: median ${times[20].toFixed(1)} ms, ${times[0].toFixed(1)} to ${times.at(-1).toFixed(1)} ms`);
        assert.ok(times[20] > 0);
    },

    async 'an edit ends the stepping and says why'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.step();
        await playground.editor.click();
        await playground.page.keyboard.type('// ');
        await playground.page.getByText(/Stepping ended: the text has changed/).waitFor();
        assert.equal(await playground.page.locator('.transport').count(), 0);
        assert.equal(await playground.page.locator('.cm-running-line').count(), 0);
        await playground.write('fn main() {\n    let x: i32 = true;\n}\n');
        await playground.button('Step').click();
        await playground.page.locator('.problems').waitFor();
        assert.match(await playground.status(), /errors/);
    },

    async 'the keyboard is enough'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.page.keyboard.press('ControlOrMeta+Shift+Enter');
        await playground.settled();
        assert.equal(await playground.page.evaluate(() => document.activeElement.id), 'step-into');
        const { step } = await playground.moment();
        await playground.keys('F10', 'F10', 'F11', 'Control+F11', 'Control+F10', 'Control+F10');
        assert.equal((await playground.moment()).step, step);
        await playground.keys('ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft');
        assert.equal((await playground.moment()).step, step);
        await playground.keys('F10', 'F10', 'F11', 'F11', 'Shift+F11');
        assert.match(await playground.page.locator('.narration .place').innerText(), /^main, line/);
        const spoken = await playground.page.locator('.narration [aria-live=polite]').innerText();
        assert.notEqual(spoken.trim(), '');
        await playground.page.locator('.memory').focus();
        await playground.page.keyboard.press('ArrowDown');
        await playground.page.keyboard.press('ArrowDown');
        const active = await playground.page.locator('.memory').getAttribute('aria-activedescendant');
        assert.ok(await playground.page.locator(`#${active}`).isVisible());
    },

    async 'F8 goes to the next problem and never moves the run; F7 runs to the cursor'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let a: i32 = true;\n    println!("one");\n    let b: bool = 2;\n}\n');
        await playground.page.getByRole('tab', { name: 'Problems (2)' }).waitFor();
        await playground.page.keyboard.press('ControlOrMeta+Home');
        for (const line of ['let a: i32 = true;', 'let b: bool = 2;']) {
            await playground.page.keyboard.press('F8');
            assert.equal((await playground.page.locator('.cm-activeLine').innerText()).trim(), line);
        }
        await playground.write(SUM);
        await playground.step();
        const { step } = await playground.moment();
        await playground.page.locator('.cm-line', { hasText: 'let sum' }).click();
        await playground.keys('F8', 'Control+F8');
        assert.equal((await playground.moment()).step, step);
        await playground.keys('F7');
        assert.equal(await playground.runningLine(), 'let sum = a + b;');
        const first = await playground.moment();
        await playground.keys('F7', 'Control+F7');
        assert.deepEqual(await playground.moment(), first);
    },

    async 'an endless run pauses at its budget and can be continued'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let mut n: u64 = 0;\n    loop {\n        n = n.wrapping_add(1);\n    }\n}\n');
        await playground.button('Step').click();
        await playground.page.getByText(/Paused after/).waitFor({ timeout: 60_000 });
        const { total } = await playground.moment();
        await playground.tools('To the end');
        assert.equal((await playground.moment()).step, total);
        await playground.button('Continue').click();
        await playground.until(async () => (await playground.moment()).total > total, 'more instructions');
    },

    async 'stepping is quick with ten thousand cells and as many lines in view (a figure, not a judgement)'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let mut cells = vec![0u8; 10_000];\n    for i in 0..10_000 {\n        cells[i] = (i % 251) as u8;\n    }\n    println!("{}", cells[77]);\n}\n');
        await playground.step();
        await playground.button('Library').click();
        await playground.tools('Over', 'Over', 'Over', 'Over');
        const times = await playground.timeSteps('step-into', 40);
        playground.tell(`a step, to the frame that shows it: median ${times[20].toFixed(1)} ms, ${times[0].toFixed(1)} to ${times.at(-1).toFixed(1)} ms`);
        assert.ok(times[20] > 0);
    },

    async 'all elements of a long array can be opened, and stay open'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let mut cells = vec![0i32; 10_000];\n    for i in 0..10_000 {\n        cells[i] = i as i32 * 3;\n    }\n    println!("{}", cells[77]);\n}\n');
        await playground.step();
        await playground.tools('Over', 'Over', 'Over');
        const rows = async (pattern) => (await playground.memoryRows()).filter((row) => pattern.test(row));
        assert.deepEqual(await rows(/more/), ['… 9,900 more, 100 to 9,999']);
        await playground.chooseRow(/9,900 more/);
        await playground.button('Show 100 to 199').click();
        await playground.until(async () => (await rows(/9,800 more, 200 to 9,999/)).length === 1, 'a hundred more');
        assert.equal((await rows(/^\d+0i32$/)).length, 200);
        // By the keyboard: the row stays chosen, and Enter opens the next ones.
        await playground.page.locator('.memory').focus();
        await playground.page.keyboard.press('Enter');
        await playground.until(async () => (await rows(/9,700 more/)).length === 1, 'a hundred more');
        await playground.checkAccess('elements that are not shown');
        // A stretch by its numbers.
        const range = playground.page.getByLabel('Elements to show, as a range');
        await range.fill('4200..4300');
        await range.press('Enter');
        await playground.until(async () => (await rows(/more/)).length === 2, 'the stretch');
        assert.deepEqual(await rows(/more/), ['… 3,900 more, 300 to 4,199', '… 5,700 more, 4,300 to 9,999']);
        assert.deepEqual(await rows(/^Δchanged \d/), [], 'opening is no change');
        await playground.chooseRow(/^4250/);
        assert.match(await playground.page.getByRole('group', { name: 'The chosen place' }).innerText(), /4250: i32, 4 bytes at 0x[0-9a-f]+/);
        assert.ok(await playground.button('Stop when it changes').isVisible());
        await playground.button('When is it written next? ▸').click();
        await playground.settled();
        assert.equal((await rows(/i4250(usize)?/)).length, 1);
        await playground.tools('Over');
        assert.deepEqual(await rows(/^Δchanged \d/), ['Δchanged 425012750i32'], 'what is open stays open, and says what changed');
        await playground.chooseRow(/^Δchanged 4250/);
        await playground.button('◂ Who last wrote this?').click();
        await playground.settled();
        assert.equal((await rows(/i4250(usize)?/)).length, 1);
        await playground.chooseRow(/^(Δchanged )?4250/);
        await playground.button('Its bytes').click();
        const owners = playground.page.locator('.hex-row .owners');
        await owners.first().waitFor();
        await playground.page.locator('.hex').evaluate((list) => (list.scrollTop = (list.scrollHeight * 4240) / 10_000));
        await playground.until(async () => (await owners.allInnerTexts()).some((text) => /\[4250\]/.test(text)), 'the bytes belong to it');
        await playground.choose('Memory as', 'Picture');
        // Only the first again.
        await playground.chooseRow(/3,900 more/);
        await playground.button('Show fewer').click();
        await playground.until(async () => (await rows(/9,900 more/)).length === 1, 'only the first');
    },

    async 'each array of an array is opened by itself'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let mut rows = vec![vec![7u8; 120], vec![8u8; 130]];\n    rows[0].push(9);\n    println!("{}", rows[1][129]);\n}\n');
        await playground.step();
        await playground.tools('Over');
        const more = async () => (await playground.memoryRows()).filter((row) => /more/.test(row));
        assert.deepEqual(await more(), ['… 20 more, 100 to 119', '… 30 more, 100 to 129']);
        await playground.chooseRow(/20 more/);
        await playground.button('Show 100 to 119').click();
        await playground.until(async () => (await more()).length === 1, 'the first one is open');
        assert.deepEqual(await more(), ['… 30 more, 100 to 129']);
        // It grows, to another place in memory.
        await playground.tools('Over');
        assert.deepEqual((await more()).sort(), ['… 1 more, 120 to 120', '… 30 more, 100 to 129']);
    },

    async 'stepping is quick with ten thousand elements open (a figure, not a judgement)'(playground) {
        await playground.open();
        await playground.write('fn main() {\n    let mut cells = vec![0i32; 10_000];\n    for i in 0..10_000 {\n        cells[i] = i as i32 * 3;\n    }\n    println!("{}", cells[77]);\n}\n');
        await playground.step();
        await playground.tools('Over', 'Over', 'Over');
        const figure = async (what) => {
            const times = await playground.timeSteps('step-into', 40);
            playground.tell(`a step with ${what}, to the frame that shows it: median ${times[20].toFixed(1)} ms, ${times[0].toFixed(1)} to ${times.at(-1).toFixed(1)} ms`);
            return times[20];
        };
        await figure('100 elements');
        await playground.chooseRow(/9,900 more/);
        await playground.button('Show 100 to 9\u2009999').click();
        await playground.until(async () => (await playground.page.locator('.memory-row.more').count()) === 0, 'all of them');
        assert.ok((await figure('10,000 elements')) > 0);
    },

    async 'nothing for axe to find while stepping, in light and dark, wide, narrow and at 200 % zoom'(playground) {
        for (const colorScheme of ['light', 'dark']) {
            for (const [width, height, deviceScaleFactor] of [[1440, 800, 1], [640, 400, 2], [360, 800, 1]]) {
                await playground.open({ colorScheme, viewport: { width, height }, deviceScaleFactor });
                await playground.step();
                await playground.tools('Step', 'Step');
                await playground.checkAccess(`${colorScheme}, ${width} px`);
                if (width < 860) {
                    for (const part of ['Results', 'Layers']) {
                        await playground.button(part).click();
                        assert.ok(await playground.page.getByRole('toolbar').isVisible(), 'the bar is always at hand');
                        await playground.checkAccess(`${colorScheme}, ${width} px, ${part}`);
                    }
                    await playground.page.getByRole('group', { name: 'Pane in front' }).getByRole('button', { name: 'Bytecode' }).click();
                    await playground.page.getByRole('listbox', { name: 'Bytecode' }).waitFor();
                    const overflow = await playground.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                    assert.ok(overflow <= 0, `${overflow} px too wide`);
                }
                await playground.end();
            }
        }
    },
};
