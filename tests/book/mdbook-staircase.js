// Loads the live programs of this page. `mdbook-staircase install` writes this file and brings it up to date.
'use strict';

(() => {
    const site = "/staircase/";
    const programs = document.querySelectorAll('code[data-staircase]');
    // mdBook says where the root of the book is. The page for printing shows programs and what they printed.
    const isPrint = path_to_root === '' && /(^|\/)print(\.html)?$/.test(location.pathname);
    if (programs.length === 0 || isPrint) {
        return;
    }
    // The themes of mdBook are the reader's choice, too.
    const root = document.documentElement;
    const themed = [...programs].filter(program => !program.dataset.theme);
    const follow = () => {
        const dark = ['coal', 'navy', 'ayu'].some(theme => root.classList.contains(theme));
        for (const program of themed) {
            program.dataset.theme = dark ? 'dark' : 'light';
        }
    };
    follow();
    new MutationObserver(follow).observe(root, { attributes: true, attributeFilter: ['class'] });
    const script = document.createElement('script');
    script.type = 'module';
    script.src = (/^([a-z][a-z0-9+.-]*:)?\//i.test(site) ? '' : path_to_root) + site + 'embed.js';
    document.head.append(script);
})();
