import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readArguments } from '../../src/cli/arguments.js';
import { globalOptions, type Option } from '../../src/cli/command.js';
import { commands } from '../../src/cli/commands/index.js';
import { commandHelp } from '../../src/cli/help.js';
import { good, plancc } from './plancc.js';

const usage = suite('command line');

const mistakes: readonly (readonly [words: readonly string[], message: string, help: string])[] = [
  // Commands.
  [['bild'], '`bild` is not a command of plancc', 'did you mean `plancc build`?'],
  [['BUILD'], '`BUILD` is not a command of plancc', 'did you mean `plancc build`?'],
  [['frobnicate'], '`frobnicate` is not a command of plancc', 'run `plancc --help`'],
  [
    ['shop/plan.yaml'],
    '`shop/plan.yaml` is not a command of plancc',
    'to check a plan, run `plancc validate shop/plan.yaml`',
  ],
  [
    ['./my shop'],
    '`./my shop` is not a command of plancc',
    "to check a plan, run `plancc validate './my shop'`",
  ],
  [['-'], '`-` is not a command of plancc', 'run `plancc --help`'],
  [[''], '`""` is not a command of plancc', 'run `plancc --help`'],
  [['bild', '--help'], '`bild` is not a command of plancc', 'did you mean `plancc build`?'],
  [['help', 'bild'], '`bild` is not a command', 'did you mean `build`?'],
  // Options without a command.
  [['--jsn'], '`--jsn` is not an option of plancc', 'did you mean `--json`?'],
  [['--frobnicate'], '`--frobnicate` is not an option of plancc', 'run `plancc --help`'],
  [
    ['--set-version', '1.0.0'],
    '`--set-version` needs a command',
    'for example `plancc validate --set-version`',
  ],
  // Options that a command has not.
  [['validate', '--jsn'], '`--jsn` is not an option of `plancc validate`', 'did you mean `--json`?'],
  [['validate', '--JSON'], '`--JSON` is not an option of `plancc validate`', 'did you mean `--json`?'],
  [['validate', '-json'], '`-json` is not an option of `plancc validate`', 'did you mean `--json`?'],
  [['validate', '-x'], '`-x` is not an option of `plancc validate`', 'run `plancc validate --help`'],
  [['validate', '-qx'], '`-x` is not an option of `plancc validate`', 'run `plancc validate --help`'],
  [
    ['validate', '--frobnicate'],
    '`--frobnicate` is not an option of `plancc validate`',
    'run `plancc validate --help`',
  ],
  [
    ['validate', '--out-dir', 'a'],
    '`--out-dir` is not an option of `plancc validate`',
    'leave it out: `plancc build` has it',
  ],
  [['build', '--output', 'a'], '`--output` is not an option of `plancc build`', 'did you mean `--out`?'],
  [
    ['build', '--output-dir=a'],
    '`--output-dir` is not an option of `plancc build`',
    'did you mean `--out-dir`?',
  ],
  [['build', '--no-json'], '`--no-json` is not an option of `plancc build`', 'run `plancc build --help`'],
  // Values of options.
  [['validate', '--json=yes'], '`--json` takes no value', 'write `--json` alone'],
  [['build', '--out'], '`--out` needs a value', 'write `--out <zip>`'],
  [['build', '-o'], '`-o` needs a value', 'write `-o <zip>`'],
  [['build', '-qo'], '`-o` needs a value', 'write `-o <zip>`'],
  [['build', '--out', '--json'], '`--out` needs a value', 'write `--out <zip>`'],
  [['build', '--out='], '`--out` needs a value', 'write `--out <zip>`'],
  [['build', '-o=a.zip'], '`-o` takes its value without `=`', 'write `-o a.zip`'],
  [['build', '-o', 'a', '--out', 'b'], '`--out` is given twice', 'give it once'],
  [
    ['build', '--out', '-'],
    '`--out -` is not a file; a distribution is not written to standard output',
    'run `plancc build --help`',
  ],
  [
    ['build', '--set-version', '1.4'],
    '`--set-version 1.4` is not a semantic version such as 1.4.0',
    'run `plancc build --help`',
  ],
  // Options together.
  [
    ['validate', '--json', '--format', 'sarif'],
    '`--json` and `--format` exclude each other',
    'give one of them',
  ],
  [['validate', '--watch', '--json'], '`--watch` and `--json` exclude each other', 'give one of them'],
  [
    ['validate', '-w', '-'],
    '`--watch` needs a file, and `-` is standard input',
    'name the plan or its folder',
  ],
  [['deploy'], '`plancc deploy` needs `--env`', 'for example `plancc deploy --env dev`'],
  [
    ['deploy', '--env', 'Dev'],
    '`--env Dev` is not an environment: lower-case letters, digits and hyphens, starting with a letter, at most 32 characters',
    'run `plancc deploy --help`',
  ],
  [['history', '--limit', '0'], '`--limit 0` is not a number from 1', 'run `plancc history --help`'],
  [['validate', '--format', 'srif'], '`--format srif` is not a format', 'did you mean `--format sarif`?'],
  // Arguments.
  [['validate', ''], '`plancc validate` has an empty argument', 'leave it out, or give a plan'],
  [['validate', '-', '-'], '`-` is given twice, and standard input can be read once', 'give it once'],
  [['build', 'a', 'b'], '`b` is one argument too many', 'run `plancc build --help`'],
  [['verify'], '`plancc verify` needs a zip', 'for example `plancc verify dist/webshop-1.4.0.zip`'],
  [['print', 'defintion'], '`defintion` is not a phase', 'did you mean `definition`?'],
  [['completion', 'zhs'], '`zhs` is not a shell', 'did you mean `zsh`?'],
  [['completion', 'powershell'], '`powershell` is not a shell', 'give one of bash, zsh, fish'],
  [['print'], '`plancc print` needs a phase', 'give one of source, definition, template, sourcemap'],
];

for (const [words, message, help] of mistakes)
  usage(`plancc ${words.join(' ')}`, () => {
    const read = readArguments(words, commands);
    assert.equal(read, { kind: 'mistake', message, help });
  });

usage('a mistake takes two lines on standard error, without anything that steers a terminal', () => {
  for (const [word, shown] of [
    ['bild', 'bild` is not a command of plancc\n  = help: did you mean `plancc build`?'],
    ['\x1b[31m\nx', '␛[31m␊x` is not a command of plancc\n  = help: run `plancc --help`'],
  ] as const)
    assert.equal(plancc([word]), { status: 2, stdout: '', stderr: `plancc: \`${shown}\n` });
});

usage('an operand may begin with a hyphen after `--`', () => {
  const { status, stderr } = plancc(['validate', '--', '--odd']);
  assert.match(stderr, '--odd: error[PLAN0022]: the plan cannot be read: no such file or folder');
  assert.is(status, 1);
});

const lists = (text: string, name: string) => new RegExp(`^  ${name} {2,}[A-Z]`, 'm').test(text);

usage('plancc alone says briefly what there is, and --help everything, on standard output', () => {
  const brief = plancc([]);
  const help = plancc(['--help']);
  for (const { status, stdout, stderr } of [brief, help]) {
    for (const { name } of commands) assert.ok(lists(stdout, name), name);
    assert.equal([stderr, status], ['', 0]);
  }
  assert.ok(brief.stdout.split('\n').length < help.stdout.split('\n').length);
  assert.match(brief.stdout, 'Run `plancc --help`');
  for (const text of ['--no-color', 'Exit codes:\n  0 ', 'NO_COLOR', 'docs/cli.md'])
    assert.match(help.stdout, text);
});

usage('help is given wherever it is asked for', () => {
  const general = plancc(['--help']).stdout;
  for (const words of [['-h'], ['help'], ['help', 'help'], ['help', '-h'], ['--json', '-h']])
    assert.is(plancc(words).stdout, general);
  const build = plancc(['help', 'build']).stdout;
  for (const words of [
    ['build', '--help'],
    ['-h', 'build'],
    ['build', 'a', 'b', '--frobnicate', '-h'],
    ['build', '--out', '--help'],
    ['build', '-qh'],
  ])
    assert.is(plancc(words).stdout, build);
  assert.match(plancc(['validate', '--', '-h']).stderr, '-h: error[PLAN0022]');
});

usage('options may stand before the command, and be repeated where that says nothing new', () => {
  const input = good.replace('Version: 1.0.0\n', '');
  const words = ['--set-version', '1.2.3', '--json', '-q', 'validate', '--json', '-'];
  assert.equal(plancc(words, { input }), { status: 0, stdout: '{\n  "problems": []\n}\n', stderr: '' });
});

usage('help of a command leads with what it does, its use and examples', () => {
  for (const command of commands.filter(({ name }) => name !== 'help')) {
    const { stdout, status } = plancc([command.name, '--help']);
    const headings = ['Usage:', 'Examples:', 'Arguments:', 'Options:', 'Exit codes:'];
    const present = headings.filter((heading) => command.operands.length > 0 || heading !== 'Arguments:');
    assert.equal([...stdout.matchAll(/^[A-Z][a-z ]+:$/gm)].map(String), present);
    assert.ok(stdout.startsWith(command.describe));
    for (const option of [...Object.keys(command.options), 'help']) assert.match(stdout, `--${option}`);
    for (const { name } of command.operands) assert.match(stdout, name);
    for (const [example] of command.examples) assert.match(stdout, `  plancc ${example}`);
    assert.is(status, 0);
  }
});

usage('help fits any width, but for words that are longer', () => {
  for (const command of commands)
    for (const columns of [20, 40, 60, 79, 80, 120, 500]) {
      const text = commandHelp(command, { columns: () => columns, colour: () => false });
      const width = Math.max(40, Math.min(columns, 100));
      const explained = text.split('\n').filter((line) => !/^ {2}(plancc|--|-\w,| {4}--)|\/\S+$/.test(line));
      assert.equal(
        explained.filter((line) => line.length > width),
        [],
        `${command.name} in ${columns} columns`,
      );
    }
});

usage('help has bold headings where colours are taken, and nothing else of the kind', () => {
  const bold = plancc(['help', 'build'], { env: { FORCE_COLOR: '1' } }).stdout;
  assert.match(bold, '\n\x1b[1mExamples:\x1b[0m\n');
  assert.is(bold.replaceAll('\x1b[1m', '').replaceAll('\x1b[0m', ''), plancc(['help', 'build']).stdout);
});

usage('one name means the same in every command', () => {
  const all = commands.flatMap(({ options }) => Object.entries({ ...options, ...globalOptions }));
  const meaning = ([name, { type, alias }]: readonly [string, Option]) => `${name} ${type} ${alias ?? ''}`;
  const distinct = [...new Set(all.map(meaning))];
  const names = distinct.map((one) => one.split(' ')[0]!);
  assert.equal(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
  const short = distinct.map((one) => one.split(' ')[2]!).filter((alias) => alias !== '');
  assert.equal(
    short.filter((alias, index) => short.indexOf(alias) !== index),
    [],
  );
});

usage('texts of the tables begin with a capital or a sign and have no full stop', () => {
  const texts = commands.flatMap(({ describe, fails, operands, options, examples }) => [
    describe,
    ...(fails === undefined ? [] : [fails]),
    ...[...operands, ...Object.values(options)].map((one) => one.describe),
    ...examples.map(([, what]) => what),
  ]);
  assert.equal(
    texts.filter((text) => /^[a-z]|\.$|\n/.test(text)),
    [],
  );
});

usage('everything is in English whatever the language of the system', () => {
  const env = { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LC_MESSAGES: 'de_DE.UTF-8', LANGUAGE: 'de' };
  for (const words of [
    ['help', 'build'],
    ['bild'],
    ['validate', 'nowhere'],
    ['validate', '/dev/null/plan.yaml'],
    ['verify', 'nowhere.zip'],
    ['build', '-', '--out', '/dev/null/a.zip'],
  ])
    assert.equal(plancc(words, { env, input: good }), plancc(words, { input: good }));
  assert.match(plancc(['validate', 'nowhere'], { env }).stderr, 'no such file or folder');
});

usage('--version is that of the package, with the commit it was built from and its date', () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  const { stdout, status } = plancc(['--version']);
  assert.match(stdout, /^plancc \S+ \([0-9a-f]{7,}(-dirty)?, \d{4}-\d\d-\d\d\)\n$/);
  assert.ok(stdout.startsWith(`plancc ${version} (`));
  assert.is(status, 0);
  assert.is(plancc(['validate', '-v']).stdout, stdout);
});

usage.run();
