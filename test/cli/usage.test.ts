import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commands } from '../../src/cli/commands/index.js';
import { good, plancc } from './plancc.js';

const usage = suite('command line');

const mistakes: readonly (readonly [words: readonly string[], message: string, help: string])[] = [
  [['bild'], '`bild` is not a command of plancc', 'did you mean `plancc build`?'],
  [['frobnicate'], '`frobnicate` is not a command of plancc', 'run `plancc --help`'],
  [['--jsn'], '`--jsn` is not an option of plancc', 'run `plancc --help`'],
  [['-'], '`-` is not a command of plancc', 'run `plancc --help`'],
  [[''], '`""` is not a command of plancc', 'run `plancc --help`'],
  [['help', 'bild'], '`bild` is not a command of plancc', 'did you mean `plancc build`?'],
  [['\x1b[31m'], '`␛[31m` is not a command of plancc', 'run `plancc --help`'],
  [['build', '-o', 'a', '--out', 'b'], '`--out` is given twice', 'give it once'],
  [
    ['validate', '--out', 'a'],
    '`--out` is not an option of `plancc validate`',
    'run `plancc validate --help`',
  ],
  [['validate', ''], '`plancc validate` has an empty argument', 'leave it out, or give a plan'],
  [['validate', '-', '-'], '`-` is given twice, and standard input can be read once', 'give it once'],
  [['validate', '--jsn'], '`--jsn` is not an option of `plancc validate`', 'did you mean `--json`?'],
  [['validate', '-x'], '`-x` is not an option of `plancc validate`', 'run `plancc validate --help`'],
  [['validate', '--json=yes'], '`--json` takes no value', 'run `plancc validate --help`'],
  [['build', '--out'], '`--out` needs a value', 'write `--out <zip>`'],
  [['build', '--out', '--json'], '`--out` needs a value', 'write `--out <zip>`'],
  [['build', '--out='], '`--out` needs a value', 'write `--out <zip>`'],
  [
    ['build', '--set-version', '1.4'],
    '`--set-version 1.4` is not a semantic version such as 1.4.0',
    'run `plancc build --help`',
  ],
  [['build', 'a', 'b'], '`b` is one argument too many', 'run `plancc build --help`'],
  [['verify'], '`plancc verify` needs a zip', 'run `plancc verify --help`'],
  [['print', 'defintion'], '`defintion` is not a phase of `plancc print`', 'did you mean `definition`?'],
  [
    ['print'],
    '`plancc print` needs a phase',
    'give one of source, definition, template, sourcemap, graph, permissions',
  ],
];

for (const [words, message, help] of mistakes) {
  usage(`plancc ${words.join(' ')}`, () => {
    const { status, stdout, stderr } = plancc(words);
    assert.is(stderr, `plancc: ${message}\n  = help: ${help}\n`);
    assert.is(stdout, '');
    assert.is(status, 2);
  });
}

usage('an operand may begin with a hyphen after `--`', () => {
  const { status, stderr } = plancc(['validate', '--', '--odd']);
  assert.match(stderr, '--odd: error[PLAN0022]: the plan cannot be read: no such file or folder');
  assert.is(status, 1);
});

usage('help lists every command on standard output', () => {
  for (const words of [['--help'], ['-h'], []]) {
    const { status, stdout, stderr } = plancc(words);
    for (const { name, describe } of commands)
      assert.match(stdout, new RegExp(`plancc ${name} .*${describe}`));
    assert.is(stderr, '');
    assert.is(status, 0);
  }
});

usage('plancc help is --help', () => {
  assert.is(plancc(['help']).stdout, plancc(['--help']).stdout);
  for (const { name } of commands) assert.is(plancc(['help', name]).stdout, plancc([name, '--help']).stdout);
});

usage('options may stand before the command, and be repeated where that says nothing new', () => {
  const input = good.replace('Version: 1.0.0\n', '');
  const words = ['--set-version', '1.2.3', '--json', '-q', 'validate', '--json', '-'];
  assert.equal(plancc(words, { input }), { status: 0, stdout: '{\n  "problems": []\n}\n', stderr: '' });
});

usage('help of a command lists its options and examples', () => {
  for (const command of commands) {
    const { stdout, status } = plancc([command.name, '--help']);
    for (const option of Object.keys(command.options)) assert.match(stdout, `--${option}`);
    for (const { name } of command.operands) assert.match(stdout, name);
    for (const [example] of command.examples) assert.match(stdout, `plancc ${example}`);
    assert.is(status, 0);
  }
});

usage('help and mistakes are in English whatever the language of the system', () => {
  const env = { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' };
  assert.is(plancc(['--help'], { env }).stdout, plancc(['--help']).stdout);
  assert.is(plancc(['bild'], { env }).stderr, plancc(['bild']).stderr);
});

usage('--version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  assert.is(plancc(['--version']).stdout, `${version}\n`);
  assert.is(plancc(['validate', '-v']).stdout, `${version}\n`);
});

usage('a shell can complete commands and options', () => {
  assert.match(plancc(['completion']).stdout, 'plancc --get-yargs-completions');
  const words = plancc(['--get-yargs-completions', 'plancc', 'in']).stdout.split('\n');
  for (const { name } of commands) assert.ok(words.includes(name), name);
  assert.match(plancc(['--get-yargs-completions', 'plancc', 'build', '--']).stdout, '--out-dir');
});

usage.run();
