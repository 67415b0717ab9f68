// Loads the live programs of this page. `mdbook-staircase install` writes this file and brings it up to date.
'use strict';

(() => {
    const site = "/staircase/";
    // This file is at the root of the book. A policy that keeps mdBook's own inline scripts from saying where that is leaves programs live.
    const root = new URL('.', document.currentScript.src);
    // The page for printing shows programs and what they printed.
    const page = location.pathname.slice(root.pathname.length);
    if (/^print(\.html)?$/.test(page) || !document.querySelector('code[data-staircase]')) {
        return;
    }
    const script = document.createElement('script');
    script.type = 'module';
    script.src = new URL(site + 'embed.js', root);
    document.head.append(script);
})();
