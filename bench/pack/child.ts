import { hash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../../src/distribution/pack.js';

/** Runs in a process of its own: `hash <folder>` or `pack <folder> <zip> <level>`; prints what it used. */
const [, , task, folder = '', output = '', level = '6'] = process.argv;
const started = performance.now();
if (task === 'hash') hashFiles(folder);
else await packFolder();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    inside: performance.now() - started,
    cpu: (userCPUTime + systemCPUTime) / 1000,
    rss: maxRSS / 1024,
  }),
);

/** The least that packing must do: find the files, read them and hash each. */
function hashFiles(root: string): void {
  const buffer = Buffer.allocUnsafeSlow((1 << 20) + 64).subarray(16);
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = openSync(join(entry.parentPath, entry.name), 'r');
    hash('sha256', buffer.subarray(0, readSync(file, buffer)));
    closeSync(file);
  }
}

async function packFolder(): Promise<void> {
  const header = { name: 'bench', version: '1.0.0', dependencies: {}, parameters: {}, compiler: 'plancc' };
  const result = await pack({ root: folder, header, parts: [], assets: [], output, level: Number(level) });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
}
