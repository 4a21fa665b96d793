import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../folder.js';
import { good, plancc } from './plancc.js';

const badInput = suite('bad input');

const aliases = (levels: number) =>
  Array.from({ length: levels }, (_, level) => {
    const item = level === 0 ? 'x' : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array(9).fill(item).join(', ')}]`;
  }).join('\n');
const tenMegabytes = Array.from(
  { length: 200_000 },
  (_, n) => `  S${n}: { Type: Pass, Comment: ${'x'.repeat(20)} }`,
);

const refused: { readonly [what: string]: readonly [text: string | Buffer, expected: RegExp] } = {
  'an empty file': ['', /^plan\.yaml: error\[PLAN0004\]/],
  'nothing but a comment': ['# later\n', /^plan\.yaml: error\[PLAN0004\]/],
  'a tab': ['Name: a\n\tVersion: 1.0.0\n', /^plan\.yaml:2:1: error\[PLAN0002\]/],
  'a duplicate key': [`${good}Name: again\n`, /plan\.yaml:5:1: error\[PLAN0003\]/],
  'ten megabytes': [`States:\n${tenMegabytes.join('\n')}\n`, /^plan\.yaml: error\[PLAN0010\]/],
  'an alias bomb': [`${good}${aliases(9)}\n`, /plan\.yaml:\d+:\d+: error\[PLAN0008\]/],
  'a cycle of aliases': ['Name: &a\n  b: *a\n', /^plan\.yaml:2:6: error\[PLAN0007\]/],
  'nested without end': [`Name: ${'['.repeat(100_000)}`, /error\[PLAN0009\]/],
  'Latin-1': [
    Buffer.from(`${good}Description: café\n`, 'latin1'),
    /^plan\.yaml:5:17: error\[PLAN0011\].*\n +\|\n5 \| Description: caf\ufffd\n +\| +\^\n/,
  ],
  'UTF-16': [Buffer.from(`\ufeff${good}`, 'utf16le'), /^plan\.yaml: error\[PLAN0011\].*UTF-16/],
  'bytes of something else': [
    Buffer.from([0, 1, 2, 3, 0x7f, 0xfe]),
    /^plan\.yaml(:1:\d+)?: error\[PLAN00\d\d\]/,
  ],
  'a list': ['- a\n- b\n', /^plan\.yaml(:1:1)?: error\[PLAN1001\]/],
  'broken YAML': ['Name: "a\nVersion: 1.0.0\n', /^plan\.yaml:\d+:\d+: error\[PLAN0001\]/],
};

for (const [what, [text, expected]] of Object.entries(refused)) {
  badInput(
    what,
    inFolder({ 'plan.yaml': text }, (cwd) => {
      const started = Date.now();
      const { status, stdout, stderr } = plancc(['build'], { cwd });
      assert.match(stderr, expected);
      assert.not.match(stderr, 'PLAN9001');
      assert.is(stdout, '');
      assert.is(status, 1);
      assert.ok(Date.now() - started < 10_000, 'quickly');
    }),
  );
}

badInput(
  'a byte order mark and Windows line ends are accepted',
  inFolder({ 'plan.yaml': `\ufeff${good.replaceAll('\n', '\r\n')}` }, (cwd) => {
    assert.equal(plancc(['validate', '-q'], { cwd }), { status: 0, stdout: '', stderr: '' });
  }),
);

const withTemplate =
  'Name: a\nVersion: 1.0.0\nStates:\n  A: { Type: cfn, Properties: { StackName: a, Template: templates/t.yaml } }\n';

badInput(
  'a template is read with short tags, unknown ones too',
  inFolder(
    {
      'plan.yaml': withTemplate,
      'templates/t.yaml':
        'Resources:\n  A: { Type: AWS::SNS::Topic, Properties: { TopicName: !Sub "${AWS::Region}", X: !Odd [1] } }\n',
    },
    (cwd) => {
      assert.is(plancc(['validate'], { cwd }).status, 0);
    },
  ),
);

badInput(
  'a broken template is reported at its own line, from wherever one is',
  inFolder({ 'p/plan.yaml': withTemplate, 'p/templates/t.yaml': 'Resources:\n  A: {\n' }, (cwd) => {
    const { status, stderr } = plancc(['validate', 'p'], { cwd });
    assert.match(stderr, /^p\/templates\/t\.yaml:[23]:\d+: error\[PLAN0001\]/m);
    assert.is(status, 1);
  }),
);

badInput.run();
