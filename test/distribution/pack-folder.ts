import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../../src/distribution/pack.js';
import { header, parts } from './project.js';

/** Packs the folder named first to the zip named second, in a process of its own; prints its peak memory in MiB. */
const [, , root, output] = process.argv;
const result = await pack({
  root: root!,
  header,
  parts,
  assets: existsSync(join(root!, 'code'))
    ? [{ template: 'b.txt', pointer: ['Code'], path: 'code', form: 'zip' }]
    : [],
  exclude: ['ignored/'],
  output: output!,
});
if ('problems' in result) throw new Error(JSON.stringify(result.problems));
console.log(process.resourceUsage().maxRSS / 1024);
