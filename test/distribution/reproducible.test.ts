import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newFolder } from '../folder.js';

const reproducible = suite('reproducible bytes');

const script = fileURLToPath(new URL('./pack-folder.ts', import.meta.url));

const files: readonly (readonly [string, string])[] = [
  ['b.txt', 'b'],
  ['Änderung.txt', 'x'.repeat(3000)],
  ['code/i.txt', 'İstanbul'],
  ['code/index.js', 'exports.handler = async () => {};\n'.repeat(200)],
  ['code/node_modules/lib/index.js', 'lib'],
  ['ignored/x', 'x'],
  ['large.txt', 'line after line\n'.repeat(400_000)],
  ['run.sh', '#!/bin/sh\n'],
];

function build(order: readonly (readonly [string, string])[], umask: string, environment: NodeJS.ProcessEnv) {
  const root = newFolder();
  for (const [path, text] of order) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
    chmodSync(
      join(root, path),
      path === 'run.sh' ? (umask === '077' ? 0o700 : 0o775) : umask === '077' ? 0o600 : 0o664,
    );
    utimesSync(join(root, path), umask === '077' ? 1e9 : 1.7e9, umask === '077' ? 1e9 : 1.7e9);
  }
  const output = join(newFolder(), 'out.zip');
  const command = `umask ${umask}; exec "${process.execPath}" --import tsx "${script}" "${root}" "${output}"`;
  const { status, stderr } = spawnSync('sh', ['-c', command], { env: { ...process.env, ...environment } });
  if (status !== 0) throw new Error(stderr.toString());
  return readFileSync(output);
}

reproducible('whatever folder, order of creation, modes, times, umask, time zone and locale', () => {
  const one = build(files, '022', { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
  const other = build([...files].reverse(), '077', { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' });
  assert.ok(one.equals(other));
});

reproducible.run();
