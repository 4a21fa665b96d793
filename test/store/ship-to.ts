import { createStore } from '../../src/engines/local/store/index.js';
import { ship } from '../../src/environment/ship.js';

/** Ships the zip named first to the store named second; prints a dot for each blob. */
const [, , zip, folder] = process.argv;
const shipped = await ship(zip!, createStore(folder!), () => process.stdout.write('.'));
if ('problems' in shipped) throw new Error(JSON.stringify(shipped.problems));
