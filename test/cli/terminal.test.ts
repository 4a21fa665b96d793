import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../folder.js';
import { hasTerminals, shown } from './on-terminal.js';
import { bad, bash, good, plancc } from './plancc.js';

const terminal = suite('terminal');

const onTerminal = hasTerminals ? terminal : terminal.skip;
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

onTerminal(
  'colours on a terminal, by stream, unless it is dumb',
  inFolder({ 'plan.yaml': bad }, (cwd) => {
    const coloured = (line: string, env = {}) => shown(line, cwd, env).includes(colour);
    for (const line of ['plancc validate', 'plancc help', 'plancc help >&2', 'plancc validate | cat'])
      assert.ok(coloured(line), line);
    for (const line of [
      'plancc validate 2>&1 | cat',
      'plancc help | cat',
      'plancc validate --no-color',
      'plancc help --no-color',
    ])
      assert.not.ok(coloured(line), line);
    for (const env of [{ TERM: 'dumb' }, { NO_COLOR: '1' }, { NO_COLOR: '1', FORCE_COLOR: '1' }])
      assert.not.ok(coloured('plancc validate; plancc help', env));
    assert.ok(coloured('plancc validate 2>&1 | cat', { FORCE_COLOR: '1' }));
  }),
);

onTerminal(
  'what to do next, for people alone',
  inFolder({ 'plan.yaml': good, 'bad.yaml': bad, 'my shop/plan.yaml': good }, (cwd) => {
    for (const [line, next] of [
      [
        'init --template landscape landscape',
        'validate landscape/database landscape/network landscape/webshop',
      ],
      ["init 'another shop'", "build 'another shop'"],
      ['validate', 'build'],
      ["validate 'my shop'", "build 'my shop'"],
      ['validate --set-version 1.2.3', 'build --set-version 1.2.3'],
      ['build', 'inspect dist/small-1.0.0.zip'],
      ["build 'my shop'", "inspect 'my shop/dist/small-1.0.0.zip'"],
      ['inspect dist/small-1.0.0.zip', 'verify dist/small-1.0.0.zip'],
    ]) {
      assert.ok(shown(`plancc ${line}`, cwd).endsWith(`  next  plancc ${next}\r\n`), line);
    }
    for (const line of ['validate', 'build', 'inspect dist/small-1.0.0.zip'])
      for (const otherwise of ['2>&1 | cat', '--quiet', '--json'])
        assert.not.match(shown(`plancc ${line} ${otherwise}`, cwd), 'next');
    const explained = shown('plancc validate . bad.yaml', cwd);
    assert.match(explained, '\r\nmore about PLAN2001: plancc explain PLAN2001\r\n\r\n1 error in 2 plans\r\n');
    assert.match(explained, '  next  plancc validate --fix . bad.yaml\r\n');
    for (const line of ['plancc validate bad.yaml 2>&1 | cat', 'plancc validate -q bad.yaml'])
      assert.not.match(shown(line, cwd), 'explain');
  }),
);

onTerminal(
  'a plan that is typed: says what it waits for',
  inFolder({}, (cwd) => {
    const typed = shown('plancc validate -', cwd, {}, good);
    assert.match(typed, 'reading standard input; Ctrl-D on a line of its own ends it\r\n');
    assert.match(typed, 'no problems in 1 plan');
    assert.not.match(shown(`echo '${good}' | plancc validate -`, cwd), 'Ctrl-D');
  }),
);

onTerminal(
  'a bar for long work, gone at the end',
  inFolder({ 'plan.yaml': good, large: '' }, (cwd) => {
    truncateSync(join(cwd, 'large'), 200_000_000);
    const built = shown('plancc build', cwd);
    assert.match(built, /\rpacking +\d+ % .* of 200\.0 MB +#+\.*/);
    assert.match(built, '\r\x1b[Kdist/small-1.0.0.zip');
    assert.not.match(shown('plancc build --quiet', cwd), 'packing');
    const verified = shown('plancc verify dist/small-1.0.0.zip', cwd);
    assert.match(verified, '\rverifying ');
    assert.match(verified, '\r\x1b[Kdist/small-1.0.0.zip is small 1.0.0');
    assert.not.match(shown('plancc build', cwd, { TERM: 'dumb' }), '\x1b');
  }),
);

terminal(
  'a reader that has seen enough is no fault',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const { status, stderr } = bash('set -o pipefail; plancc print template | true', { cwd });
    assert.equal([status, stderr], [0, '']);
  }),
);

terminal(
  'results on a full disk: said, and not passed over',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const { status, stderr } = bash('plancc print template > /dev/full', { cwd });
    assert.is(stderr, 'plancc: write: no space left on the disk\n');
    assert.is(status, 3);
  }),
);

terminal(
  'nothing that comes from outside steers a terminal',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const zip = 'x\x1b[31m\u009b2J.zip';
    assert.is(plancc(['build', '--out', zip], { cwd }).stdout, `${zip}\n`, 'a pipe gets the path as it is');
    for (const words of [
      ['build', '--out', zip],
      ['verify', zip],
      ['inspect', `${zip}/none`],
    ])
      assert.equal(plancc(words, { cwd }).stderr.match(/[^\n\P{Cc}]/u), null);
    if (!hasTerminals) return;
    rmSync(join(cwd, zip));
    const line = `plancc build --out "$(printf 'x\\033[31m.zip')"`;
    const built = shown(line, cwd);
    assert.match(built, 'x␛[31m.zip\r\nbuilt small 1.0.0');
    assert.ok(built.endsWith("  next  plancc inspect 'x␛[31m.zip'\r\n"));
  }),
);

terminal(
  'an exit code even where nothing can be said',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    assert.is(bash('plancc validate 2> /dev/full', { cwd }).status, 3);
    assert.is(bash('plancc bild 2> /dev/full', { cwd }).status, 2);
  }),
);

terminal.run();
