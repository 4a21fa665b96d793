import { setTimeout } from 'node:timers/promises';
import { actOfThisProcess } from '../../src/engines/local/store/process.js';

/** Says how the store knows this process, and waits to be killed. */
console.log(actOfThisProcess());
await setTimeout(60_000);
