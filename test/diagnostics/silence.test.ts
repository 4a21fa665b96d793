import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
import { virtualProject } from '../../src/source/virtual.js';
import { plancc } from '../cli/plancc.js';
import { inFolder } from '../folder.js';
import { shown } from '../golden.js';

const silence = suite('# plancc-ignore');

const header = 'Name: shop\nVersion: 1.0.0\nStates:\n';
const said = (states: string, files: { readonly [path: string]: string } = {}): string =>
  shown(compile({ file: 'plan.yaml', text: `${header}${states}`, project: virtualProject(files) }));

const lookalike =
  '{ Type: runner, Properties: { Commands: [./x], Environment: { A: "{{ Environment }}" } } }';

silence('there is something to silence', () => {
  assert.match(said(`  Note: ${lookalike}\n`), /^plan.yaml:4:\d+: warning\[PLAN4007\]/);
});

silence('at the end of the line', () => {
  assert.is(said(`  Note: ${lookalike} # plancc-ignore PLAN4007: a shell will read it\n`), '');
  assert.is(said(`  Note: ${lookalike} #plancc-ignore PLAN4007:x\r\n`), '');
});

silence('on a line of its own above it, with other comments between', () => {
  assert.is(
    said(`  # plancc-ignore PLAN4007: a shell will read it\n\n  # It does.\n  Note: ${lookalike}\n`),
    '',
  );
});

silence('only the line it is for', () => {
  const text = said(
    `  One: ${lookalike} # plancc-ignore PLAN4007: a shell will read it\n  Two: ${lookalike}\n`,
  );
  assert.match(text, 'plan.yaml:5:');
  assert.not.match(text, 'plan.yaml:4:');
});

silence('several codes at once', () => {
  const text = said(`  Note: ${lookalike} # plancc-ignore PLAN4007, PLAN0019: a shell will read it\n`);
  assert.match(text, 'warning[PLAN0025]: `PLAN0019` is not reported on line 4');
  assert.not.match(text, 'warning[PLAN4007]');
});

silence('in a template of the project', () => {
  const template = (comment: string) =>
    `Parameters:\n  Size: { Type: Number, Default: 010 } ${comment}\nResources: { A: { Type: AWS::SNS::Topic } }\n`;
  const quoted = '  Stack: { Type: cfn, Properties: { StackName: shop, Template: t.yaml } }\n';
  assert.match(said(quoted, { 't.yaml': template('') }), 't.yaml:2:34: warning[PLAN0019]');
  assert.is(said(quoted, { 't.yaml': template('# plancc-ignore PLAN0019: ten it is') }), '');
});

silence('what is no comment silences nothing and is not complained of', () => {
  const script = `  Job:\n    Type: runner\n    Properties:\n      Commands:\n        - |\n          # plancc-ignore PLAN4007\n          echo "# plancc-ignore"\n`;
  assert.is(said(script), '');
});

const mistakes: { readonly [comment: string]: string } = {
  '# plancc-ignore': '`plancc-ignore` names no code',
  '# plancc-ignore PLAN4007': '`plancc-ignore` gives no reason',
  '# plancc-ignore PLAN4007:': '`plancc-ignore` gives no reason',
  '# plancc-ignore PLAN4070: a shell will read it': '`PLAN4070` is not a code of plancc',
  '# plancc-ignore toString: a shell will read it': '`toString` is not a code of plancc',
};
for (const [comment, message] of Object.entries(mistakes)) {
  silence(`${comment} is a mistake, and silences nothing`, () => {
    const text = said(`  Note: ${lookalike} ${comment}\n`);
    assert.match(text, `warning[PLAN0025]: ${message}`);
    assert.match(text, 'warning[PLAN4007]');
    assert.match(text, '= help: ');
  });
}

silence('inside a text of several lines, by a comment at its beginning', () => {
  const job = (comment: string) =>
    `  Job:\n    Type: runner\n    Properties:\n      Commands: [./x]\n      Environment:\n        A: | ${comment}\n          first\n\n          {{ Environment }}\n        B: last\n`;
  assert.match(said(job('')), 'plan.yaml:12:11: warning[PLAN4007]');
  assert.is(said(job('# plancc-ignore PLAN4007: a shell will read it')), '');
  const below = job('# plancc-ignore PLAN4007: a shell will read it').replace(
    'B: last',
    'B: "{{ Environment }}"',
  );
  assert.match(said(below), 'plan.yaml:13:13: warning[PLAN4007]');
});

silence('not the entry after such a text, and also one in quotes', () => {
  const list = (value: string) =>
    `  Job:\n    Type: lambda\n    Properties:\n      FunctionName: f\n      Payload:\n        - A: ${value} # plancc-ignore PLAN4007: mustache\n`;
  const block = list('|').replace('|', '| ').concat('            {{ Environment }}\n');
  assert.is(said(block), '');
  assert.match(said(`${block}          B: "{{ Environment }}"\n`), 'plan.yaml:11:15: warning[PLAN4007]');
  const quoted = `  # plancc-ignore PLAN4007: mustache\n  Ask: { Type: approval, Properties: { Message: "first\n   {{ Environment }}" } }\n`;
  assert.is(said(quoted), '');
});

silence('what a command of `Package.Before` has yet to make is no reason to remove a comment', () => {
  const state =
    '  # plancc-ignore PLAN3018: its value is no secret\n  S: { Type: cfn, Properties: { StackName: shop, Template: made.yaml } }\n';
  const text = said(`${state}Package: { Before: [make] }\n`);
  assert.match(text, 'warning[PLAN3001]');
  assert.not.match(text, 'PLAN0025');
});

silence('any characters, and other words that begin alike', () => {
  for (const character of ['\u2028', '\u2029', '\r', '\t', ':']) {
    assert.is(said(`  Note: ${lookalike} # plancc-ignore PLAN4007: a${character}b\n`), '');
  }
  assert.not.match(said(`  Note: ${lookalike} # plancc-ignored PLAN4007: by hand\n`), 'PLAN0025');
});

silence('a code that is always an error is a mistake wherever it stands', () => {
  const text = said('  Note: { Type: Pass } # plancc-ignore PLAN2001: I know better\n');
  assert.match(text, '`PLAN2001` is an error, and errors cannot be silenced');
});

silence(
  'the command line reports a stale comment in a plan without any problem',
  inFolder({ 'plan.yaml': `${header}  Note: { Type: Pass } # plancc-ignore PLAN4007: no more\n` }, (folder) =>
    assert.match(plancc(['validate'], { cwd: folder }).stderr, 'warning[PLAN0025]'),
  ),
);

silence('an error stays', () => {
  const text = said('  Note: { Type: Pass, Next: Nowhere } # plancc-ignore PLAN2001: I know better\n');
  assert.match(text, 'error[PLAN2001]');
  assert.match(text, 'errors cannot be silenced');
});

silence('a comment that is no longer needed is told, unless errors kept the compiler from looking', () => {
  const comment = '  # plancc-ignore PLAN4007: a shell will read it\n';
  assert.match(said(`${comment}  Note: { Type: Pass }\n`), '`PLAN4007` is not reported on line 5');
  assert.not.match(said(`${comment}  Note: { Type: Pass, Next: Nowhere }\n`), 'PLAN0025');
});

silence.run();
