// What a program reads: how a person writes it, and what they see of how far it is read.

import assert from 'node:assert/strict';

const SUM = `use std::io;

fn main() {
    let mut sum = 0;
    let mut line = String::new();
    while io::stdin().read_line(&mut line).unwrap() > 0 {
        sum += line.trim().parse::<i32>().unwrap();
        println!("{sum} {line:?}");
        line.clear();
    }
    println!("sum {sum}");
}
`;

const field = (playground) => playground.page.getByRole('textbox', { name: 'What the program reads from standard input' });

async function writeInput(playground, text) {
    await playground.tab('Input');
    await field(playground).fill(text);
}

export const tests = {
    async 'the program reads its input on every engine'(playground) {
        await playground.open();
        await playground.write(SUM);
        await writeInput(playground, '30\n5\n\u20097');
        for (const profile of ['debug', 'release']) {
            await playground.choose('Profile', profile);
            for (const engine of ['Tree', 'VM', 'Wasm']) {
                await playground.choose('Engine', engine);
                const { output, status } = await playground.run();
                assert.equal(output.trim(), '30 "30\\n"\n35 "5\\n"\n42 "\\u{2009}7"\nsum 42', `${engine}, ${profile}: UTF-8, and no line break is added`);
                assert.match(status, /^Exit code 0/);
                assert.equal(await playground.page.locator('.offer').count(), 0);
            }
        }
        await writeInput(playground, '1\n');
        assert.match(await playground.status(), /of an earlier text, profile or input/);
        assert.equal((await playground.run()).output.trim(), '1 "1\\n"\nsum 1');
        assert.doesNotMatch(await playground.status(), /earlier/);
    },

    async 'raw reads are given a line at a time on every engine, and longer lines in pieces'(playground) {
        await playground.open();
        await playground.write('use std::io::{BufRead, Read};\n\nfn main() {\n    let mut buffer = [0; 4];\n    std::io::stdin().read_exact(&mut buffer[..1]).unwrap();\n    println!("{}", std::io::stdin().lock().fill_buf().unwrap().len());\n    loop {\n        let count = std::io::stdin().read(&mut buffer).unwrap();\n        if count == 0 {\n            break;\n        }\n        println!("{:?}", &buffer[..count]);\n    }\n    println!("{:?}", std::io::stdin().read(&mut buffer));\n}\n');
        await writeInput(playground, `abcdef\n\n${'x'.repeat(4097)}`);
        const outputs = [];
        for (const engine of ['Tree', 'VM', 'Wasm']) {
            await playground.choose('Engine', engine);
            outputs.push((await playground.run()).output.trim());
        }
        assert.match(outputs[0], /^6\n\[98, 99, 100, 101\]\n\[102, 10\]\n\[10\]\n\[120, 120, 120, 120\]\n[^]*\n\[120\]\nOk\(0\)$/);
        assert.deepEqual(outputs, [outputs[0], outputs[0], outputs[0]]);
    },

    async 'a program that finds no input is offered some'(playground) {
        await playground.open();
        await playground.write(SUM);
        for (const engine of ['Tree', 'VM', 'Wasm']) {
            await playground.choose('Engine', engine);
            await playground.run();
            assert.match(await playground.page.locator('.offer').innerText(), /asked for input, and there is none/, engine);
        }
        await playground.button('Write its input').click();
        await playground.until(async () => field(playground).evaluate((found) => found === document.activeElement), 'the focus');
        assert.match(await playground.page.locator('.input .hint').innerText(), /std::io::stdin\(\)\.read_line\(&mut line\)/);
        await playground.page.keyboard.type('4');
        await playground.page.keyboard.press('ControlOrMeta+Enter');
        await playground.until(async () => /sum 4/.test(await playground.output()), 'a run with it');
        await playground.write('fn main() {\n    println!("reads nothing");\n}\n');
        await writeInput(playground, '');
        await playground.run();
        assert.equal(await playground.page.locator('.offer').count(), 0);
    },

    async 'how much is read follows the moment in both directions'(playground) {
        await playground.open();
        await playground.write(SUM);
        await writeInput(playground, '30\n5\n7\n');
        await playground.step();
        await playground.tab('Input');
        const [read, later] = ['> div:not(.now, .later)', '> .later'].map((part) => playground.page.locator(`.console ${part}`));
        const parts = async () => [await read.textContent(), (await later.count()) > 0 ? await later.textContent() : ''];
        assert.deepEqual(await parts(), ['', '30\n5\n7\n']);
        const seen = [];
        const look = async () => seen.push([(await playground.moment()).step, ...(await parts())]);
        await look();
        for (let index = 0; index < 30 && (await parts())[1] !== ''; index++) {
            await playground.tools('Over');
            await look();
        }
        const amounts = [...new Set(seen.map(([, before]) => before))];
        assert.deepEqual(amounts, ['', '30\n', '30\n5\n', '30\n5\n7\n']);
        assert.match(await playground.page.locator('.console .now').innerText(), /all is read/);
        for (const [step, ...expected] of seen.reverse()) {
            await playground.goTo(step);
            assert.deepEqual(await parts(), expected, `at ${step}`);
        }
        assert.match(await playground.page.locator('.console .now').innerText(), /0 of 7 bytes/);
        // Back over the instruction that reads: what is read is not read any more.
        await playground.tools('To the end');
        assert.deepEqual(await parts(), ['30\n5\n7\n', '']);
        await playground.checkAccess('input while stepping');
        await playground.button('Close').click();
        await field(playground).waitFor();
        assert.equal(await field(playground).inputValue(), '30\n5\n7\n');
    },

    async 'a run that is paused between two lines goes on with the second'(playground) {
        await playground.open();
        await writeInput(playground, 'first\nsecond\n');
        for (const [engine, rounds] of [['Tree', 10_000_000], ['VM', 60_000_000]]) {
            await playground.write(`fn line() -> String {\n    std::io::stdin().lines().next().unwrap().unwrap()\n}\n\nfn main() {\n    println!("{}", line());\n    let mut n: u64 = 0;\n    for i in 0..${rounds}u64 {\n        n = n.wrapping_mul(31) ^ i;\n    }\n    println!("{} {}", line(), n % 2);\n    println!("{}", std::io::stdin().lines().next().is_none());\n}\n`);
            await playground.choose('Engine', engine);
            await playground.button('Run').click();
            let pauses = 0;
            const goesOn = async () => {
                const status = await playground.status();
                if (status.includes(`${engine} paused after`)) {
                    pauses++;
                    await playground.button('Continue').click();
                }
                return /Exit code/.test(status);
            };
            await playground.until(async () => (await playground.status()).includes(`${engine} paused after`), `${engine} pauses`);
            assert.equal((await playground.output()).trim(), 'first', engine);
            await playground.until(goesOn, `${engine} goes on to its end`);
            assert.ok(pauses > 0);
            assert.match((await playground.output()).trim(), /^first\nsecond \d\ntrue$/, engine);
        }
    },

    async 'both programs of a comparison, and every timed run, read the same'(playground) {
        await playground.open();
        await playground.write(SUM.replace('println!("sum {sum}");', 'assert_eq!(sum, 35);'));
        await writeInput(playground, '30\n5\n');
        await playground.button('Compare').click();
        await playground.button('Measure both').click();
        await playground.button('Measure again').waitFor({ timeout: 90_000 });
        assert.match(await playground.page.locator('.numbers-head').innerText(), /Both end with exit code 0 and print the same/);
        assert.doesNotMatch(await playground.page.locator('.numbers').innerText(), /earlier|did not run/);
        await playground.button('Time').click();
        await playground.page.getByText(/clock was seen to move in steps of/).waitFor({ timeout: 60_000 });
        const rows = await playground.page.locator('.timings table').first().locator('tbody tr').allInnerTexts();
        for (const row of rows) assert.match(row, /(ns|µs|ms).*×/s, 'no engine gave up');
        await writeInput(playground, '30\n');
        await playground.tab('Timings');
        assert.match(await playground.page.locator('.timings .old').innerText(), /earlier text, profile or input/);
        assert.match(await playground.page.locator('.numbers .old').innerText(), /another input/);
    },

    async 'it stays over a reload, and comes and goes with the program'(playground) {
        await playground.open();
        await playground.write(SUM);
        await writeInput(playground, '1\n2');
        await playground.page.waitForTimeout(100);
        await playground.reload();
        await playground.tab('Input');
        assert.equal(await field(playground).inputValue(), '1\n2');
        const open = async (label) => {
            const option = playground.page.locator('option', { hasText: label });
            await playground.page.locator('select', { has: option }).selectOption({ value: await option.getAttribute('value') });
        };
        await open('Guess the number');
        await playground.until(async () => /^50\n/.test(await field(playground).inputValue()), 'the input of the example');
        for (const engine of ['Tree', 'VM', 'Wasm']) {
            await playground.choose('Engine', engine);
            assert.match((await playground.run()).output, /42 is right! It took 5 guesses\./);
        }
        await playground.button('Bring my program back').click();
        await playground.tab('Input');
        assert.equal(await field(playground).inputValue(), '1\n2');
        assert.equal((await playground.program()).trim(), SUM.trim());
        await open('FizzBuzz');
        await playground.until(async () => (await field(playground).inputValue()) === '', 'no input');
    },

    async 'the input has nothing for axe to find, and fits'(playground) {
        for (const colorScheme of ['light', 'dark']) {
            for (const width of [1440, 360]) {
                await playground.open({ colorScheme, viewport: { width, height: 800 } });
                await playground.write(SUM);
                if (width < 860) await playground.button('Results').click();
                await playground.tab('Input');
                await playground.checkAccess(`${colorScheme}, ${width} px, empty`);
                await field(playground).fill('1\n2\n');
                await playground.checkAccess(`${colorScheme}, ${width} px`);
                const overflow = await playground.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                assert.ok(overflow <= 0, `${overflow} px too wide`);
                await playground.end();
            }
        }
    },
};
