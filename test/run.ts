import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../scripts/build.js';
import { runFiles, totalsLine } from './runner/run-files.js';

// Runs the test files whose path holds one of the arguments, or all of them: `npm test -- cli compiler`. Those in test/aws
// need an emulator of AWS, and time; they run with `--aws`, and nothing else does.
const root = join(import.meta.dirname, '..');
const aws = process.argv.includes('--aws');
const parts = process.argv.slice(2).filter((part) => part !== '--aws');
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('test', file))
  .filter((file) => file.startsWith('test/aws/') === aws)
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
