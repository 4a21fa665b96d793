import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../scripts/build.js';
import { runFiles, totalsLine } from './runner/run-files.js';

// Runs the test files whose path holds one of the arguments, or all of them: `npm test -- cli compiler`.
const root = join(import.meta.dirname, '..');
const parts = process.argv.slice(2);
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('test', file))
  .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
  .sort();

if (files.length === 0) {
  console.error(`no test file has ${parts.map((part) => `\`${part}\``).join(' or ')} in its path`);
  process.exit(1);
}
await build();
const totals = await runFiles(files, root, (text) => console.log(text));
process.exitCode = totals.failed > 0 ? 1 : 0;
console.log(totalsLine(totals));
