// What a person does with the playground, and what they should see.

import assert from 'node:assert/strict';

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
        // From a pane to the source, by pointer.
        await pane.locator('.line', { hasText: 'number' }).hover();
        assert.equal(await playground.page.locator('.cm-lit').innerText(), 'number');
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
        assert.equal(await playground.page.locator('.cm-lit').innerText(), 'fn');
        await playground.page.keyboard.press('ArrowDown');
        assert.equal(await playground.page.locator('.cm-lit').innerText(), 'main');
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

    async 'a link carries program and profile'(playground) {
        await playground.open();
        await playground.write(SUM);
        await playground.choose('Profile', 'release');
        await playground.button('Share').click();
        await playground.page.getByText(/The link is in/).waitFor();
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

    async 'nothing for axe to find, in light and dark, wide and narrow'(playground) {
        for (const colorScheme of ['light', 'dark']) {
            for (const width of [1440, 360]) {
                await playground.open({ colorScheme, viewport: { width, height: 800 } });
                await playground.checkAccess(`${colorScheme}, ${width} px`);
                if (width === 360) {
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
