import { spawnSync } from 'node:child_process';
import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bad, bin, good, inFolder, plancc } from './plancc.js';

const terminal = suite('terminal');

const colour = '\x1b[';

terminal(
  'colours: none in files and pipes, forced or forbidden by the environment',
  inFolder({ 'plan.yaml': bad }, (cwd) => {
    const colours = (env: { readonly [name: string]: string }) =>
      plancc(['validate'], { cwd, env }).stderr.includes(colour);
    assert.not.ok(colours({}));
    assert.ok(colours({ FORCE_COLOR: '1' }));
    assert.not.ok(colours({ FORCE_COLOR: '0' }));
    assert.not.ok(colours({ FORCE_COLOR: '1', NO_COLOR: '1' }));
    assert.ok(colours({ FORCE_COLOR: '1', NO_COLOR: '' }));
  }),
);

/** Runs a command line of the shell on a pseudo-terminal, and gives what it showed. */
function onTerminal(line: string, cwd: string, env: { readonly [name: string]: string } = {}): string {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const { stdout } = spawnSync('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
    cwd,
    env: { ...inherited, TERM: 'xterm', ...env },
    encoding: 'utf8',
    input: '',
  });
  return stdout;
}
const hasScript = spawnSync('script', ['--version']).status === 0;
const onLinux = hasScript ? terminal : terminal.skip;

onLinux(
  'colours on a terminal, by stream, unless it is dumb',
  inFolder({ 'plan.yaml': bad }, (cwd) => {
    const line = `${process.execPath} ${bin} validate`;
    assert.match(onTerminal(line, cwd), colour);
    assert.not.match(onTerminal(line, cwd, { TERM: 'dumb' }), colour);
    assert.not.match(onTerminal(line, cwd, { NO_COLOR: '1' }), colour);
    assert.not.match(onTerminal(`${line} 2>&1 | cat`, cwd), colour);
    assert.match(onTerminal(`${line} | cat`, cwd), colour);
  }),
);

onLinux(
  'a bar for long work, gone at the end',
  inFolder({ 'plan.yaml': good, large: '' }, (cwd) => {
    const line = `${process.execPath} ${bin} build`;
    truncateSync(join(cwd, 'large'), 200_000_000);
    const shown = onTerminal(line, cwd);
    assert.match(shown, /\rpacking +\d+ % .* of 200\.0 MB +#+\.*/);
    assert.match(shown, '\r\x1b[Kdist/small-1.0.0.zip');
    assert.not.match(onTerminal(`${line} --quiet`, cwd), 'packing');
  }),
);

terminal(
  'a reader that has seen enough is no fault',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const line = `set -o pipefail; "${process.execPath}" "${bin}" print template | true`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
    assert.equal([status, stderr], [0, '']);
  }),
);

terminal(
  'results on a full disk: said, and not passed over',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const line = `"${process.execPath}" "${bin}" print template > /dev/full`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
    assert.is(stderr, 'plancc: write: no space left on the disk\n');
    assert.is(status, 3);
  }),
);

terminal(
  'nothing that comes from outside steers a terminal',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const zip = 'x\x1b[31m\u009b2J.zip';
    const built = plancc(['build', '--out', zip], { cwd });
    assert.is(built.stdout, `${zip}\n`, 'a pipe gets the path as it is');
    assert.match(built.stderr, 'plancc inspect x␛[31m\ufffd2J.zip');
    for (const words of [
      ['build', '--out', zip],
      ['verify', zip],
      ['inspect', `${zip}/none`],
    ])
      assert.equal(plancc(words, { cwd }).stderr.match(/[^\n\P{Cc}]/u), null);
    if (!hasScript) return;
    const line = `${process.execPath} ${bin} build --quiet --out "$(printf 'x\\033[31m.zip')"`;
    rmSync(join(cwd, zip));
    assert.match(onTerminal(line, cwd), 'x␛[31m.zip\r\n');
  }),
);

terminal(
  'an exit code even where nothing can be said',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const status = (line: string) =>
      spawnSync('bash', ['-c', `"${process.execPath}" "${bin}" ${line}`], { cwd }).status;
    assert.is(status('validate 2> /dev/full'), 3);
    assert.is(status('bild 2> /dev/full'), 2);
  }),
);

terminal.run();
