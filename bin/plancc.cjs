#!/usr/bin/env node
'use strict';
// Runs dist/cli.cjs with the code that V8 compiled in an earlier run of the same command. Without it every start
// compiles the bundle anew, which costs more than anything plancc does with a small plan (see bench/start.ts).
const { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } =
  require('node:fs');
const { homedir } = require('node:os');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const bundle = join(__dirname, '..', 'dist', 'cli.cjs');
const command = /^[a-z]+$/.test(process.argv[2] ?? '') ? process.argv[2] : 'plancc';
const cacheName = `${command}-${process.version}-${process.platform}-${process.arch}.code`;

/** The bundle's text and what tells this bundle from any other. */
function readBundle() {
  const file = openSync(bundle, 'r');
  try {
    // The bundle is ASCII (esbuild escapes the rest): Latin-1 is read without decoding and kept in half the memory.
    const text = readFileSync(file, 'latin1');
    // Its first line is a digest of the rest; the time is for those who edit an installed package by hand.
    return { text, key: `${text.slice(0, text.indexOf('\n'))} ${fstatSync(file).mtimeMs}` };
  } finally {
    closeSync(file);
  }
}

/** Beside the bundle where that may be written, else in the user's own cache. */
const cacheFolders = () => [
  join(dirname(bundle), 'cache'),
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'plancc'),
];

/**
 * A cache file is the key, whether the run it was taken after succeeded, and the code, twice: V8 does not check it, and
 * crashes on damaged code. Comparing two halves costs nothing; loading `crypto` or `zlib` for a checksum costs 4 ms.
 */
function readCache(key) {
  for (const folder of cacheFolders()) {
    try {
      const cache = readFileSync(join(folder, cacheName));
      const end = cache.indexOf('\n');
      const [kind, ...rest] = cache.toString('latin1', 0, end).split(' ');
      const half = end + 1 + (cache.length - end - 1) / 2;
      const code = cache.subarray(end + 1, half);
      if (rest.join(' ') === key && code.length > 0 && code.equals(cache.subarray(half)))
        return { code, complete: kind === 'complete' };
    } catch {
      // Not there, or not readable: the next folder, or none.
    }
  }
  return undefined;
}

/** Best effort, and whole or not at all: another process may read at this moment. */
function writeCache(key, kind, code) {
  for (const folder of cacheFolders()) {
    const temporary = join(folder, `.${cacheName}.${process.pid}`);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(temporary, Buffer.concat([Buffer.from(`${kind} ${key}\n`), code, code]), {
        mode: 0o600,
        flag: 'wx',
      });
      renameSync(temporary, join(folder, cacheName));
      return;
    } catch {
      rmSync(temporary, { force: true });
    }
  }
}

const { text, key } = readBundle();
const cache = readCache(key);
const script = new Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
  filename: bundle,
  cachedData: cache?.code,
});
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, require, module_, bundle, dirname(bundle));

process.once('exit', (exitCode) => {
  // After a run, so that the functions it used are in it. A run that failed used fewer of them.
  const complete = exitCode === 0;
  if (exitCode > 1 || (cache && !script.cachedDataRejected && (cache.complete || !complete))) return;
  writeCache(key, complete ? 'complete' : 'partial', script.createCachedData());
});
