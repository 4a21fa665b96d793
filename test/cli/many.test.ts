import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { foremost } from '../../src/diagnostics/foremost.js';
import { inFolder } from '../folder.js';
import { good, plancc } from './plancc.js';

const many = suite('very many problems');

/** One malformed reference in each item of a list. */
const wrong = (count: number) =>
  `${good}Parameters:\n  P:\n    Default:\n${`      - \${{ X.Y }}\n`.repeat(count)}`;

many(
  'a hundred are shown, and how many more there are',
  inFolder({ 'plan.yaml': wrong(3000) }, (cwd) => {
    const { status, stderr } = plancc(['validate'], { cwd });
    assert.is(stderr.match(/error\[/g)?.length, 100);
    assert.match(stderr, /\n\n… and 2,9\d\d more errors\n\n3,0\d\d errors in 1 plan\n$/);
    assert.is(status, 1);
  }),
);

many(
  'as JSON a thousand are listed, and the others counted',
  inFolder({ 'plan.yaml': wrong(3000), 'few.yaml': wrong(3) }, (cwd) => {
    const { problems, omittedProblems } = JSON.parse(plancc(['validate', '--json'], { cwd }).stdout);
    assert.is(problems.length, 1000);
    assert.ok(omittedProblems >= 2000);
    assert.not.ok(
      'omittedProblems' in JSON.parse(plancc(['validate', 'few.yaml', '--json'], { cwd }).stdout),
    );
  }),
);

many(
  'of several plans the first hundred are shown, and all are counted',
  inFolder({ 'a.yaml': wrong(60), 'b.yaml': wrong(80), 'c.yaml': good }, (cwd) => {
    const { status, stderr } = plancc(['validate', 'a.yaml', 'b.yaml', 'c.yaml'], { cwd });
    const alone = (file: string): number =>
      JSON.parse(plancc(['validate', '--json', file], { cwd }).stdout).problems.length;
    const [a, b] = [alone('a.yaml'), alone('b.yaml')];
    const shown = (file: string) => stderr.split(`${file}:`).length - 1;
    assert.equal([shown('a.yaml'), shown('b.yaml')], [a, 100 - a]);
    assert.ok(stderr.endsWith(`\n\n… and ${a + b - 100} more errors\n\n${a + b} errors in 3 plans\n`));
    assert.is(status, 1);
    const { problems, omittedProblems } = JSON.parse(
      plancc(['validate', '--json', 'a.yaml', 'b.yaml', 'c.yaml'], { cwd }).stdout,
    );
    assert.equal([problems.length, omittedProblems], [a + b, undefined]);
  }),
);

const references = '${{ X.Y }}'.repeat(130_000);

many(
  'more than a call takes arguments',
  inFolder(
    {
      'plan.yaml': wrong(130_000),
      'text.yaml': good.replace(
        'States:',
        `States:\n  A: { Type: Pass, End: true, Result: "${references}" }`,
      ),
      'parameter.yaml': `${good}Parameters: { P: { Default: "${references}" } }\n`,
    },
    (cwd) => {
      for (const plan of ['plan.yaml', 'text.yaml', 'parameter.yaml']) {
        const { status, stderr } = plancc(['validate', plan], { cwd });
        assert.match(stderr, /\n130,00\d errors in 1 plan\n$/);
        assert.is(status, 1);
      }
    },
  ),
);

many('no warning takes the place of an error', () => {
  const of = (severity: 'error' | 'warning', message: string) => ({ severity, message }) as Diagnostic;
  const all = [of('warning', 'a'), of('error', 'b'), of('warning', 'c'), of('error', 'd')];
  const names = (found: readonly Diagnostic[]) => found.map(({ message }) => message).join('');
  for (const [most, shown, left] of [
    [1, 'b', 'acd'],
    [3, 'abd', 'c'],
    [4, 'abcd', ''],
  ] as const) {
    const first = foremost(all, most);
    assert.equal([names(first.shown), names(first.left)], [shown, left]);
  }
});

many.run();
