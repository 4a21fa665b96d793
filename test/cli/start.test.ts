import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../folder.js';
import { bad, bin, good } from './plancc.js';

const start = suite('start-up cache');

interface Installed {
  readonly root: string;
  readonly cache: string;
  readonly home: string;
  /** Runs `plancc validate` on a plan; gives exit code and both outputs. */
  readonly validate: (text?: string) => { readonly status: number | null; readonly output: string };
}

/** plancc as it is after `npm install`: no cache yet. */
const installed = (test: (given: Installed) => void) =>
  inFolder({ 'home/x': '' }, (root) => {
    for (const folder of ['bin', 'dist']) mkdirSync(join(root, folder));
    chmodSync(root, 0o755);
    copyFileSync(bin, join(root, 'bin/plancc.cjs'));
    copyFileSync(join(bin, '../../dist/cli.cjs'), join(root, 'dist/cli.cjs'));
    const home = join(root, 'home');
    const validate = (text = good) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(root, 'bin/plancc.cjs'), 'validate', '-'],
        { input: text, encoding: 'utf8', env: { ...process.env, HOME: home, XDG_CACHE_HOME: '' } },
      );
      return { status, output: stdout + stderr };
    };
    test({ root, home, cache: join(root, 'dist/cache'), validate });
  });

const fine = { status: 0, output: 'no problems in 1 plan\n' };
const only = (folder: string): string => {
  const names = readdirSync(folder);
  assert.is(names.length, 1, names.join());
  return join(folder, names[0]!);
};

start(
  'is written by the first runs, and then left alone',
  installed(({ cache, validate }) => {
    for (let run = 0; run < 3; run++) assert.equal(validate(), fine);
    const file = only(cache);
    const first = readFileSync(file);
    assert.ok(first.length > 100_000);
    assert.equal(validate(), fine);
    assert.ok(readFileSync(file).equals(first));
  }),
);

start(
  'is written again by the first run that succeeds',
  installed(({ cache, validate }) => {
    assert.is(validate(bad).status, 1);
    const partial = readFileSync(only(cache));
    assert.is(validate(bad).status, 1);
    assert.ok(readFileSync(only(cache)).equals(partial));
    assert.equal(validate(), fine);
    assert.not.ok(readFileSync(only(cache)).equals(partial));
  }),
);

start(
  'is not believed when damaged, cut short or of another bundle, and is made anew',
  installed(({ cache, root, validate }) => {
    validate();
    const file = only(cache);
    const sound = readFileSync(file);
    const flipped = Buffer.from(sound);
    flipped[sound.length >> 1] = flipped[sound.length >> 1]! ^ 0xff;
    for (const damaged of [
      flipped,
      sound.subarray(0, 1000),
      sound.subarray(0, -1),
      Buffer.alloc(0),
      Buffer.from('x\n'),
    ]) {
      writeFileSync(file, damaged);
      assert.equal(validate(), fine);
      assert.ok(readFileSync(file).length > 100_000);
    }
    const before = readFileSync(file);
    utimesSync(join(root, 'dist/cli.cjs'), new Date(), new Date(1e12));
    assert.equal(validate(), fine);
    assert.not.ok(readFileSync(file).equals(before));
  }),
);

start(
  'goes to the user where the package may not be written, for the user alone',
  installed(({ home, root, validate }) => {
    // Not even root can make a folder in the place of a file.
    writeFileSync(join(root, 'dist/cache'), '');
    assert.equal(validate(), fine);
    const folder = join(home, '.cache/plancc');
    assert.ok(readFileSync(only(folder)).length > 100_000);
    assert.equal(validate(), fine);
  }),
);

start(
  'is done without where nothing may be written',
  installed(({ root, home, validate }) => {
    writeFileSync(join(root, 'dist/cache'), '');
    writeFileSync(join(home, '.cache'), '');
    assert.equal(validate(), fine);
    assert.equal(readdirSync(join(root, 'dist')).sort(), ['cache', 'cli.cjs']);
  }),
);

start(
  'costs none of the large modules of Node in a run that finds nothing wrong',
  inFolder({ 'plan.yaml': good, 'loaded.cjs': '' }, (cwd) => {
    const hook = join(cwd, 'loaded.cjs');
    const list =
      "process.on('exit', () => require('fs').writeFileSync('loaded', process.moduleLoadList.join('\\n')))";
    writeFileSync(hook, list);
    const ran = spawnSync(process.execPath, ['--require', hook, bin, 'validate'], { cwd, encoding: 'utf8' });
    assert.equal([ran.stderr, ran.status], ['no problems in 1 plan\n', 0]);
    const loaded = new Set(readFileSync(join(cwd, 'loaded'), 'utf8').split('\n'));
    assert.ok(loaded.has('NativeModule fs'));
    const large = ['crypto', 'zlib', 'stream', 'net', 'tty', 'child_process', 'perf_hooks', 'readline'];
    assert.equal(
      large.filter((name) => loaded.has(`NativeModule ${name}`)),
      [],
    );
  }),
);

start(
  'a stack trace names functions of plancc',
  installed(({ root, validate }) => {
    const bundle = join(root, 'dist/cli.cjs');
    const broken = readFileSync(bundle, 'latin1').replace(
      'function readDocument(',
      'function readDocument(){throw new Error("broken")}function unused(',
    );
    writeFileSync(bundle, broken);
    const { status, output } = validate();
    assert.is(status, 3);
    assert.match(output, 'error[PLAN9001]');
    assert.match(output, /at readDocument \(.*cli\.cjs:\d+:\d+\)/);
    assert.match(output, 'please report it');
  }),
);

start('who works on this machine alone loads nothing of the SDK of AWS', () =>
  inFolder({ 'plan.yaml': good.replace('Seconds: 1', 'Seconds: 0') }, (cwd) => {
    const refuse = join(cwd, 'refuse.cjs');
    writeFileSync(
      refuse,
      `const { Module } = require('node:module');
const load = Module._load;
Module._load = (name, ...more) => {
  if (name.startsWith('@aws-sdk/')) throw new Error(name);
  return load(name, ...more);
};`,
    );
    for (const line of ['validate', 'status', 'deploy --env dev', 'status', 'env list', 'orphans']) {
      const { stderr } = spawnSync(process.execPath, ['--require', refuse, bin, ...line.split(' ')], {
        cwd,
        encoding: 'utf8',
      });
      assert.not.match(stderr, '@aws-sdk', line);
    }
  })(),
);

start.run();
