import { spawnSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newFolder } from '../folder.js';

const memory = suite('memory of packing');

const script = fileURLToPath(new URL('./pack-folder.ts', import.meta.url));

/** Peak memory, in MiB, of a process that packs one file of so many MiB. */
function peak(size: number): number {
  const root = newFolder({ 'large.bin': '' });
  truncateSync(join(root, 'large.bin'), size << 20);
  const output = join(newFolder(), 'out.zip');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, root, output]);
  if (status !== 0) throw new Error(stderr.toString());
  return Number(stdout);
}

memory('does not grow with the size of a file', () => {
  const [small, large] = [peak(32), peak(256)];
  assert.ok(large < small + 32, `32 MiB take ${small} MiB, 256 MiB ${large}`);
});

memory.run();
