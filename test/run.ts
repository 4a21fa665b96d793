import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../scripts/build.js';
import { recordsFolder, unusedFile } from './aws/emulator/records.js';
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
const records = mkdtempSync(join(tmpdir(), 'plancc-records-'));
// A part of the tests does not make all the calls that the last of them are about.
if (parts.length === 0) process.env[recordsFolder] = records;
const isLast = (file: string) => file.startsWith('test/aws/permissions/');
// Deployments to AWS wait for much of their time.
const atATime = aws ? 3 : 2;
const totals = { passed: 0, failed: 0, skipped: 0 };
for (const some of [files.filter((file) => !isLast(file)), files.filter(isLast)]) {
  if (some.length === 0) continue;
  const { passed, failed, skipped } = await runFiles(some, root, (text) => console.log(text), atATime);
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
}
const unused = join(records, unusedFile);
if (existsSync(unused)) console.log(readFileSync(unused, 'utf8'));
rmSync(records, { recursive: true });
process.exitCode = totals.failed > 0 ? 1 : 0;
console.log(totalsLine(totals));
