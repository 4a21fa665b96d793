import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
import { locate } from '../../src/diagnostics/locate.js';
import { diskProject } from '../../src/source/disk.js';
import { newFolder, write } from '../folder.js';

const paths = suite('paths of the project that are there and cannot be used');

const folder = newFolder();
const root = join(folder, 'root');

const files: { readonly [path: string]: string | Buffer } = {
  'nested.yaml':
    'Resources: { A: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: out.yaml } } }\n',
  'code.yaml': 'Resources: { A: { Type: AWS::Lambda::Function, Properties: { Code: broken } } }\n',
  'empty.yaml': 'Resources: { A: { Type: AWS::Lambda::Function, Properties: { Code: hollow } } }\n',
  't.yaml': 'Resources: { A: { Type: AWS::SNS::Topic } }\n',
  'latin-1.yaml': Buffer.from('Description: caf\xe9\n', 'latin1'),
  'utf-16.json': Buffer.from('\uFEFF{}', 'utf16le'),
  'app/cdk.out/x': '',
  'service/template.yaml': 'Resources: { A: { Type: AWS::SNS::Topic } }\n',
  'locked/t.yaml': 'Resources: {}\n',
  'locked.yaml': 'Resources: {}\n',
  '../beside/t.yaml': 'Resources: {}\n',
};

paths.before(() => {
  for (const [path, content] of Object.entries(files)) write(root, path, content);
  mkdirSync(join(root, 'hollow'));
  symlinkSync('../beside/t.yaml', join(root, 'out.yaml'));
  symlinkSync('../beside', join(root, 'out'));
  symlinkSync('gone', join(root, 'broken'));
  symlinkSync('gone', join(root, 'service/.aws-sam'));
  symlinkSync('loop', join(root, 'loop'));
  symlinkSync('gone.json', join(root, 'app/cdk.out/manifest.json'));
  symlinkSync('gone.json', join(root, 'app/cdk.json'));
  chmodSync(folder, 0o755);
  chmodSync(join(root, 'locked'), 0);
  chmodSync(join(root, 'locked.yaml'), 0);
});

// Else it could not be removed.
paths.after(() => chmodSync(join(root, 'locked'), 0o755));

/** Where and what is reported of a state with one type's properties. */
function reported(type: string, properties: object): readonly string[] {
  const plan = { Name: 'paths', Version: '1.0.0', States: { It: { Type: type, Properties: properties } } };
  const { problems, documents } = compile({
    file: 'plan.json',
    text: JSON.stringify(plan),
    project: diskProject(root),
  });
  return locate(problems, documents).map(
    ({ file, code, message, start }) => `${file}${start ? '' : ' (whole)'} ${code} ${message}`,
  );
}

const stack = (Template: string, more: object = {}) =>
  ['cfn', { StackName: 'a', Template, ...more }] as const;
const link = (path: string, target: string) => `\`${path}\` is a link to \`${target}\`, which`;

for (const [[type, properties], expected] of [
  [stack('out.yaml'), `plan.json PLAN6001 ${link('out.yaml', '../beside/t.yaml')} is outside the project`],
  [stack('out/t.yaml'), `plan.json PLAN6001 ${link('out', '../beside')} is outside the project`],
  [stack('broken'), `plan.json PLAN6002 ${link('broken', 'gone')} does not exist`],
  [stack('broken/t.yaml'), `plan.json PLAN6002 ${link('broken', 'gone')} does not exist`],
  [stack('loop'), `plan.json PLAN6003 ${link('loop', 'loop')} leads back to itself`],
  [
    stack('nested.yaml'),
    `nested.yaml PLAN6001 ${link('out.yaml', '../beside/t.yaml')} is outside the project`,
  ],
  [stack('code.yaml'), `code.yaml PLAN6002 ${link('broken', 'gone')} does not exist`],
  [
    stack('t.yaml', { Configuration: 'broken' }),
    `plan.json PLAN6002 ${link('broken', 'gone')} does not exist`,
  ],
  [stack('latin-1.yaml'), 'latin-1.yaml PLAN0011 the file is not UTF-8: byte 0xE9 at offset 16'],
  [
    stack('t.yaml', { Configuration: 'utf-16.json' }),
    'utf-16.json (whole) PLAN0011 the file is UTF-16, not UTF-8',
  ],
  [stack('empty.yaml'), 'empty.yaml PLAN3013 `Code` names `hollow`, which is an empty folder'],
  [
    ['sam', { Path: 'out', StackName: 'a' }],
    `plan.json PLAN6001 ${link('out', '../beside')} is outside the project`,
  ],
  [
    ['sam', { Path: 'service', StackName: 'a' }],
    `plan.json PLAN6002 ${link('service/.aws-sam', 'gone')} does not exist`,
  ],
  [['cdk', { Path: 'broken' }], `plan.json PLAN6002 ${link('broken', 'gone')} does not exist`],
  [['cdk', { Path: 'app' }], `plan.json PLAN6002 ${link('app/cdk.json', 'gone.json')} does not exist`],
  [
    ['cdk', { Path: 'app', Assembly: 'cdk.out' }],
    `plan.json PLAN3021 \`app/cdk.out\` is not a cloud assembly: ${link('app/cdk.out/manifest.json', 'gone.json')} does not exist`,
  ],
] as const) {
  paths(`${type} ${JSON.stringify(properties)}`, () => assert.equal(reported(type, properties), [expected]));
}

paths('what the user may not read', () => {
  // Permissions bind everyone but root.
  const root = process.getuid?.() === 0;
  if (root) process.seteuid!(65_534);
  try {
    for (const path of ['locked.yaml', 'locked/t.yaml']) {
      assert.equal(reported(...stack(path)), [
        `plan.json PLAN6008 \`${path}\` cannot be read: permission denied`,
      ]);
    }
    assert.equal(reported('cdk', { Path: 'locked' }), [
      'plan.json PLAN6008 `locked` cannot be read: permission denied',
    ]);
  } finally {
    if (root) process.seteuid!(0);
  }
});

paths.run();
