import { runRunner } from '../../src/engines/local/jobs/run-runner.js';

/** What `plancc worker` does. */
const [root, key] = process.argv.slice(2);
await runRunner(root!, key!, new AbortController().signal);
