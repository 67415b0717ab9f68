// Two programs side by side: what a person does with them, and what they should see.

import assert from 'node:assert/strict';

const LOOP = `fn sum(values: &[i32]) -> i32 {
    let mut total = 0;
    for i in 0..values.len() {
        total += values[i];
    }
    total
}

fn main() {
    println!("{}", sum(&[1, 2, 3]));
}
`;

const ITERATE = LOOP.replace('for i in 0..values.len()', 'for value in values').replace('values[i]', 'value');

/** The rows of the comparison that are in view: how each is marked, and the texts of both sides. */
const rows = (playground) =>
    playground.page.getByRole('listbox', { name: 'Both programs' }).evaluate((list) =>
        [...list.querySelectorAll('.line')].map((row) => ({
            kind: ['differs', 'only-left', 'only-right', 'gap'].filter((name) => row.classList.contains(name)).join(' '),
            sides: ['A', 'B'].map((side) => row.querySelector(`[data-side=${side}] .text`)?.innerText.trim() ?? ''),
            marks: [...row.querySelectorAll('mark')].map((mark) => mark.textContent),
        })),
    );

const tally = (playground) => playground.page.locator('.tally').innerText();

/** Begins a comparison of LOOP, on the left, with ITERATE, which is in the editor. */
async function begin(playground, options) {
    await playground.open(options);
    await playground.write(LOOP);
    await playground.button('Compare').click();
    await playground.until(async () => /are the same/.test(await tally(playground)), 'two programs that are the same');
    if (options?.viewport?.width < 860) await playground.button('Code').click();
    await playground.write(ITERATE);
    if (options?.viewport?.width < 860) await playground.button('Layers').click();
    await playground.until(async () => /differ/.test(await tally(playground)), 'differences');
}

export const tests = {
    async 'a program is compared with another way to do the same'(playground) {
        await begin(playground);
        await playground.choose('Layer', 'Source');
        const source = await playground.until(async () => {
            const found = await rows(playground);
            return found.some(({ sides }) => sides[0].startsWith('fn sum(')) && found;
        }, 'the programs themselves');
        const head = source.find(({ sides }) => sides[0].startsWith('for'));
        assert.equal(head.kind, 'differs');
        assert.deepEqual(head.sides, ['for i in 0..values.len() {', 'for value in values {']);
        assert.ok(head.marks.includes('value'), head.marks.join(' '));
        const same = source.find(({ sides }) => sides[0].startsWith('println'));
        assert.equal(same.kind, '');
        await playground.choose('Layer', 'Bytecode');
        await playground.button('Only differences').click();
        const check = await playground.until(async () => (await rows(playground)).find(({ sides }) => /BOUNDS_CHECK/.test(sides[0])), 'the bounds check');
        assert.equal(check.kind, 'only-left', 'the iterator checks no index');
        for (const layer of ['Tree', 'Types', 'IR', 'WAT', 'Bytes']) {
            await playground.choose('Layer', layer);
            await playground.until(async () => (await rows(playground)).length > 10, layer);
        }
    },

    async 'the programs take turns in the editor, each with its own history, and survive a reload'(playground) {
        await begin(playground);
        await playground.choose('Program in the editor', 'Program A');
        assert.equal(await playground.program(), LOOP);
        await playground.editor.click();
        await playground.page.keyboard.press('ControlOrMeta+End');
        await playground.page.keyboard.insertText('// A\n');
        await playground.choose('Program in the editor', 'Program B');
        assert.equal(await playground.program(), ITERATE);
        await playground.choose('Program in the editor', 'Program A');
        await playground.editor.click();
        await playground.page.keyboard.press('ControlOrMeta+z');
        assert.equal(await playground.program(), LOOP, 'undone is what was typed in A, and no more');
        await playground.reload();
        assert.equal(await playground.program(), LOOP);
        await playground.choose('Program in the editor', 'Program B');
        assert.equal(await playground.program(), ITERATE);
        await playground.button('Forget A').click();
        await playground.layer('Bytecode');
        assert.equal(await playground.button('Forget A').count(), 0);
    },

    async 'what differs is walked through from the keyboard, and leads to the program'(playground) {
        await begin(playground);
        await playground.choose('Layer', 'IR');
        const list = playground.page.getByRole('listbox', { name: 'Both programs' });
        await playground.button('Only differences').click();
        const shows = (found) => found.some(({ kind }) => kind === 'gap') && found.some(({ sides }) => /bounds_check/.test(sides[0]));
        await playground.until(async () => shows(await rows(playground)), 'the differences of the IR');
        await list.focus();
        const seen = new Set();
        for (let index = 0; index < 20; index++) {
            await playground.page.keyboard.press('n');
            const active = list.locator('.line.active');
            const found = await active.first().evaluate((row) => [row.id, /differs|only/.test(row.className)]);
            assert.ok(found[1], 'each is a difference');
            assert.equal(await list.getAttribute('aria-activedescendant'), found[0]);
            seen.add(found[0]);
        }
        assert.ok(seen.size > 1);
        await list.locator('.line', { hasText: 'bounds_check' }).first().locator('[data-side=A]').dblclick();
        await playground.until(async () => (await playground.program()) === LOOP, 'program A in the editor');
        const line = await playground.page.locator('.cm-activeLine').innerText();
        assert.match(line, /values\[i\]/);
    },

    async 'both are counted and timed in turns'(playground) {
        await begin(playground);
        await playground.button('Measure both').click();
        const table = playground.page.locator('.numbers table');
        await playground.page.getByText('Both end with exit code 0 and print the same.').waitFor({ timeout: 90_000 });
        const found = Object.fromEntries((await table.locator('tbody tr').allInnerTexts()).map((row) => [row.split('\t')[0], row.split('\t').slice(1)]));
        const number = (text) => Number(text.replaceAll(/\D/g, ''));
        const [left, right] = found['Instructions executed'].map(number);
        assert.ok(left > 100 && right > 100 && left !== right, `${left} and ${right}`);
        assert.deepEqual(found['Heap allocations'].slice(0, 2), ['0', '0']);
        for (const engine of ['Tree', 'VM', 'Wasm']) assert.match(found[`Time on ${engine}`].join(' '), /(ns|µs|ms).*(ns|µs|ms).*(×|no difference)/s);
        await playground.page.getByText(/clock moves in steps of/).waitFor();
        await playground.checkAccess('numbers');
        await playground.write(`${ITERATE}// changed\n`);
        await playground.page.getByText('Of earlier texts, another profile or another input of these programs').waitFor();
        await playground.button('Measure again').click();
        await playground.button('Stop').first().click();
        await playground.page.getByText('Stopped before all was measured.').waitFor();
    },

    async 'a program with errors, one that does not end, and one that prints something else'(playground) {
        await begin(playground);
        await playground.write('fn main() { let x: i32 = "no"; }');
        await playground.page.getByText('Of the last programs without errors').waitFor();
        await playground.choose('Layer', 'WAT');
        await playground.page.getByText('Program B has errors, and so does not get this far yet.').waitFor();
        await playground.button('Measure both').click();
        await playground.page.getByText('Program B did not run: the program has errors.').waitFor();
        await playground.write('fn main() { println!("7"); }');
        await playground.button('Measure again').click();
        await playground.page.getByText(/print something else from line 1 on/).waitFor({ timeout: 90_000 });
    },

    async 'examples of two ways come as pairs, and the person’s own work comes back'(playground) {
        await begin(playground);
        await playground.page.getByLabel('Examples').selectOption({ label: 'Clone or borrow: what a copy of a string costs' });
        await playground.until(async () => /Program A|takes a copy/.test(await playground.program()), 'the pair');
        await playground.button('Bring my program back').click();
        await playground.until(async () => (await playground.program()) === ITERATE, 'B');
        await playground.choose('Program in the editor', 'Program A');
        assert.equal(await playground.program(), LOOP);
    },

    async 'nothing for axe to find in a comparison, in light and dark, wide, narrow and at 200 % zoom'(playground) {
        for (const colorScheme of ['light', 'dark']) {
            for (const [width, height, deviceScaleFactor] of [[1440, 900, 1], [640, 400, 2], [360, 800, 1]]) {
                await begin(playground, { colorScheme, viewport: { width, height }, deviceScaleFactor });
                await playground.checkAccess(`${colorScheme}, ${width} px`);
                if (width < 640) {
                    const found = await rows(playground);
                    assert.ok(found.every(({ sides }) => sides.filter(Boolean).length <= 1), 'one below the other');
                    const overflow = await playground.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                    assert.ok(overflow <= 0, `${overflow} px too wide`);
                }
                await playground.end();
            }
        }
    },
};
