import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bad, good, plancc } from '../cli/plancc.js';
import { inFolder } from '../folder.js';

const command = suite('plancc graph');

const starts: readonly (readonly [words: readonly string[], start: RegExp])[] = [
  [[], /^flowchart TD\n/],
  [['--format', 'mermaid'], /^flowchart TD\n/],
  [['--format', 'dot'], /^digraph "small" \{\n/],
  [['--format', 'svg'], /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+"/],
  [['--format', 'html'], /^<!doctype html>\n/],
];

for (const [words, start] of starts)
  command(
    ['writes to standard output', ...words].join(' '),
    inFolder({ 'plan.yaml': good }, (cwd) => {
      const { status, stdout, stderr } = plancc(['graph', ...words], { cwd });
      assert.is(status, 0, stderr);
      assert.match(stdout, start);
      assert.is(stderr, '');
    }),
  );

command(
  'the ending of the file says the format',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    for (const [file, start, words] of [
      ['a.mmd', 'flowchart', []],
      ['docs/new/b.svg', '<svg', []],
      ['c.html', '<!doctype', []],
      ['d.gv', 'digraph', []],
      ['e.html', '<!doctype', ['--format', 'html']],
    ] as const) {
      const ran = plancc(['graph', '--out', file, ...words], { cwd });
      assert.equal(ran, { status: 0, stdout: `${file}\n`, stderr: '' });
      assert.ok(readFileSync(join(cwd, file), 'utf8').startsWith(start));
    }
    assert.equal(readdirSync(join(cwd, 'docs/new')), ['b.svg']);
  }),
);

command(
  'is the same as what is packed',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    assert.is(plancc(['build', '-q', '--out-dir', 'parts'], { cwd }).status, 0);
    assert.is(plancc(['graph'], { cwd }).stdout, readFileSync(join(cwd, 'parts/graph.mmd'), 'utf8'));
  }),
);

command(
  'tells errors, and draws what can be drawn',
  inFolder(
    { 'plan.yaml': bad, 'torn.yaml': 'States: {', 'none.yaml': 'Name: a\nVersion: 1.0.0\n' },
    (cwd) => {
      const { status, stdout, stderr } = plancc(['graph'], { cwd });
      assert.is(status, 1);
      assert.match(stderr, 'error[PLAN2001]');
      assert.match(stderr, 'this is what can be drawn of a plan with errors');
      assert.match(stdout, 's0[/"Wait');
      for (const file of ['torn.yaml', 'none.yaml', 'missing.yaml']) {
        const ran = plancc(['graph', file, '--out', 'x.svg'], { cwd });
        assert.is(ran.status, 1);
        assert.is(ran.stdout, '');
        assert.match(ran.stderr, 'error[PLAN');
        assert.not.ok(existsSync(join(cwd, 'x.svg')));
      }
    },
  ),
);

command(
  'says what it does not draw, and where it cannot write',
  inFolder({ 'plan.yaml': good, file: '' }, (cwd) => {
    const unknown = plancc(['graph', '--format', 'svgg'], { cwd });
    assert.is(unknown.status, 2);
    assert.match(unknown.stderr, 'did you mean `--format svg`?');
    const ending = plancc(['graph', '-o', 'plan.png'], { cwd });
    assert.is(ending.status, 2);
    assert.match(ending.stderr, '.mmd, .mermaid, .dot, .gv, .svg, .html');
    const other = plancc(['graph', '--format', 'svg', '-o', 'plan.html'], { cwd });
    assert.is(other.status, 2);
    assert.match(other.stderr, 'the name `plan.html` says html, but `--format svg` something else');
    mkdirSync(join(cwd, 'folder.svg'));
    for (const out of ['folder.svg', 'file/x.svg']) {
      const ran = plancc(['graph', '-o', out], { cwd });
      assert.is(ran.status, 1);
      assert.match(ran.stderr, `error[PLAN6011]: \`${out}\` cannot be written`);
    }
    assert.equal(readdirSync(cwd).sort(), ['file', 'folder.svg', 'plan.yaml']);
  }),
);

command.run();
