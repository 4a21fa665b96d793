import { runHost } from '../../../src/engines/aws/jobs/run-host.js';
import { worldIn } from './world.js';

/** A host in a process of its own: its arguments are the folder of its world and the key of its runner. */
const [folder, key] = process.argv.slice(2);
const end = new AbortController();
process.once('SIGTERM', () => end.abort());
await runHost(worldIn(folder!), key!, end.signal);
