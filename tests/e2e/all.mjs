// All browser tests, in the order in which they are reported: from a name to a function of a Playground.

import { tests as bookTests } from './book.mjs';
import { tests as compareTests } from './compare.mjs';
import { tests as debuggerTests } from './debugger.mjs';
import { tests as embedTests } from './embed.mjs';
import { tests as inputTests } from './input.mjs';
import { tests as offlineTests } from './offline.mjs';
import { tests as shareTests } from './share.mjs';
import { tests as playgroundTests } from './tests.mjs';
import { tests as workshopTests } from './workshop.mjs';

export const tests = { ...playgroundTests, ...debuggerTests, ...compareTests, ...inputTests, ...shareTests, ...workshopTests, ...offlineTests, ...embedTests, ...bookTests };

/** Whether a test needs the machine for itself, because it measures time or frames. */
export const isAlone = (name) => /a figure, not a judgement|of ten programs only those near are loaded/.test(name);
