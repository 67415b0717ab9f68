// Loads the live programs of this page. `mdbook-staircase install` writes this file and brings it up to date.
'use strict';

(() => {
    const site = "/staircase/";
    // mdBook says where the root of the book is. The page for printing shows programs and what they printed.
    const isPrint = path_to_root === '' && /(^|\/)print(\.html)?$/.test(location.pathname);
    if (isPrint || !document.querySelector('code[data-staircase]')) {
        return;
    }
    const script = document.createElement('script');
    script.type = 'module';
    script.src = (/^([a-z][a-z0-9+.-]*:)?\//i.test(site) ? '' : path_to_root) + site + 'embed.js';
    document.head.append(script);
})();
