#!/usr/bin/env node
'use strict';
// Runs dist/cli.cjs with the code that V8 compiled in an earlier run of the same command. Without it every start
// compiles the bundle anew, which costs more than anything plancc does with a small plan (see bench/start.ts).
const fs = require('node:fs');
const { homedir } = require('node:os');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const bundle = join(__dirname, '..', 'dist', 'cli.cjs');
const command = /^[a-z]+$/.test(process.argv[2] ?? '') ? process.argv[2] : 'plancc';
const cacheName = `${command}-${process.version}-${process.platform}-${process.arch}.code`;

/** Beside the bundle where that may be written, else in the user's own cache. */
const cacheFolders = () =>
  [
    () => join(dirname(bundle), 'cache'),
    () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'plancc'),
  ].flatMap((folder) => attempt(folder) ?? []);

/** Successful runs that add to the cache; each costs some 20 ms. */
const enoughRuns = 3;

/** Nothing depends on the cache: whatever goes wrong with it is as if it was not there. */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function withFile(path, use) {
  const file = fs.openSync(path, 'r');
  try {
    return use(file, fs.fstatSync(file));
  } finally {
    fs.closeSync(file);
  }
}

/** The bundle's text, and what tells it from any other: a digest in its first line, and the time for those who edit it. */
const readBundle = () =>
  withFile(bundle, (file, { mtimeMs }) => {
    // The bundle is ASCII (esbuild escapes the rest): Latin-1 is read without decoding and kept in half the memory.
    const text = fs.readFileSync(file, 'latin1');
    return { text, key: `${text.slice(0, text.indexOf('\n'))} ${mtimeMs}` };
  });

/**
 * A cache file has a line with the runs that made it and its key, and then the code, twice: V8 does not check it, and crashes on damaged
 * code. Comparing two halves costs next to nothing; loading `crypto` or `zlib` for a checksum costs 4 ms. Code that
 * somebody else wrote is not run.
 */
const readCache = (path, key) =>
  withFile(path, (file, { uid }) => {
    if (uid !== (process.getuid?.() ?? uid)) return undefined;
    const cache = fs.readFileSync(file);
    const end = cache.indexOf('\n');
    const [runs, ...rest] = cache.toString('latin1', 0, end).split(' ');
    const half = end + 1 + (cache.length - end - 1) / 2;
    const code = cache.subarray(end + 1, half);
    const sound = rest.join(' ') === key && code.length > 0 && code.equals(cache.subarray(half));
    return sound ? { code, runs: Number(runs) } : undefined;
  });

/** Whole or not at all: another process may read at this moment. */
function writeCache(folder, content) {
  const temporary = join(folder, `.${cacheName}.${process.pid}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    fs.writeFileSync(temporary, content, { mode: 0o600, flag: 'wx' });
    fs.renameSync(temporary, join(folder, cacheName));
    return true;
  } catch {
    attempt(() => fs.unlinkSync(temporary));
    return false;
  }
}

const { text, key } = readBundle();
let cache;
for (const folder of cacheFolders()) cache ??= attempt(() => readCache(join(folder, cacheName), key));
const script = new Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
  filename: bundle,
  cachedData: cache?.code,
});
script.runInThisContext()({}, require, module, bundle, dirname(bundle));

process.once('exit', (exitCode) => {
  // After a run, so that the functions it used are in it, with those of the runs before. The first plans may be small ones,
  // so several runs add to it; one that failed does not.
  const known = script.cachedDataRejected ? undefined : cache;
  const learns = exitCode === 0 ? (known?.runs ?? 0) < enoughRuns : known === undefined;
  if (exitCode > 1 || !learns) return;
  const code = script.createCachedData();
  const content = Buffer.concat([
    Buffer.from(`${exitCode === 0 ? (known?.runs ?? 0) + 1 : 0} ${key}\n`),
    code,
    code,
  ]);
  cacheFolders().some((folder) => attempt(() => writeCache(folder, content)));
});
