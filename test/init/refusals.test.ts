import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planNames } from '../../src/cli/plan-file.js';
import { good, plancc } from '../cli/plancc.js';
import { inFolder } from '../folder.js';
import { codesOf, contents, init } from './files.js';

const refusals = suite('what plancc init refuses, and what it leaves alone');

/** `init` ends with one problem, and the folder is as it was. */
function refuses(folder: string, words: readonly string[], code: string, message: RegExp): void {
  const before = contents(folder);
  const ran = init(folder, ...words);
  assert.equal([ran.status, ran.stdout, codesOf(ran)], [1, '', [code]], ran.stderr);
  assert.match(ran.stderr, message);
  assert.match(ran.stderr, '= help: ');
  assert.equal(contents(folder), before);
}

for (const name of planNames) {
  refusals(
    `a plan that is there already: ${name}`,
    inFolder({ [`shop/${name}`]: good }, (cwd) => {
      refuses(
        cwd,
        ['shop'],
        'PLAN6080',
        new RegExp(`there is a plan already: \`shop/${name}\`\n.*plancc validate shop/${name}`),
      );
      refuses(cwd, ['shop', '--template', 'sam'], 'PLAN6080', new RegExp(`\`shop/${name}\``));
    }),
  );
}

refusals(
  'a plan in one of the folders of a landscape',
  inFolder({ 'shop/database/plancc.yaml': good }, (cwd) => {
    refuses(cwd, ['shop', '-t', 'landscape'], 'PLAN6080', /`shop\/database\/plancc\.yaml`/);
  }),
);

refusals(
  'files by the names of those of a template, all of which are named',
  inFolder({ 'shop/cdk.json': '{}', 'shop/package.json': '{}', 'shop/lib': 'a file' }, (cwd) => {
    symlinkSync('nowhere', join(cwd, 'shop/site'));
    refuses(
      cwd,
      ['shop', '-t', 'cdk'],
      'PLAN6081',
      /`shop\/cdk\.json`, `shop\/lib`, `shop\/package\.json` and `shop\/site` are there already/,
    );
    rmSync(join(cwd, 'shop'), { recursive: true });
    mkdirSync(join(cwd, 'shop/template.yaml'), { recursive: true });
    refuses(cwd, ['shop', '-t', 'sam'], 'PLAN6081', /`shop\/template\.yaml` is there already/);
  }),
);

refusals(
  'what is merely useful is kept, byte for byte, and said so',
  inFolder({ '.gitignore': 'mine\n', '.planccignore': 'mine too\n', '.github': 'a file\n' }, (cwd) => {
    const { stdout, stderr, status } = init(cwd, '--name', 'shop');
    assert.is(status, 0, stderr);
    assert.is(stdout, 'plan.yaml\ntemplates/storage.yaml\n');
    assert.match(stderr, '  kept  .gitignore, which is there already; add `dist/` to it');
    for (const file of ['.planccignore', '.github/workflows/plancc.yml'])
      assert.match(stderr, `  kept  ${file}, which is there already\n`);
    const { '.gitignore': git, '.planccignore': pack, '.github': github } = contents(cwd);
    assert.equal([git, pack, github], ['mine\n', 'mine too\n', 'a file\n']);
  }),
);

refusals(
  'a folder whose name can be none of a plan, unless one is given',
  inFolder({}, (cwd) => {
    for (const folder of ['123', '日本', './---', '/']) {
      refuses(cwd, [folder, '--dry-run'], 'PLAN6082', /no name for a plan can be made of.*\n.*--name/);
    }
    assert.is(init(cwd, '日本', '--name', 'japan').status, 0);
    assert.match(contents(cwd)['日本/plan.yaml']!, '\nName: japan\n');
  }),
);

refusals(
  'a name for the three plans of a landscape',
  inFolder({}, (cwd) =>
    refuses(cwd, ['-t', 'landscape', '--name', 'shop'], 'PLAN6084', /names of their own/),
  ),
);

refusals('a name that is none, and a template that is misspelt', () => {
  const { status, stderr } = plancc(['init', '--name', 'My Shop']);
  assert.equal(
    [status, stderr.split('\n')[0]],
    [
      2,
      'plancc: `--name My Shop` is not lower-case letters, digits and hyphens, starting with a letter, at most 63 characters',
    ],
  );
  const misspelt = plancc(['init', '--template', 'landscpe']);
  assert.is(misspelt.status, 2);
  assert.match(misspelt.stderr, 'did you mean `--template landscape`?');
});

const broken =
  'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Topic: { Type: AWS::SNS::Topic\nOutputs: {}\n';

refusals(
  'a template that is broken, where there is nothing else, unless another is asked for',
  inFolder({ 'shop/template.yaml': broken }, (cwd) => {
    refuses(
      cwd,
      ['shop'],
      'PLAN6085',
      /note: shop\/template\.yaml:\d+:\d+: `template\.yaml` is left out of the plan: /,
    );
    assert.is(init(cwd, 'shop', '--template', 'minimal').status, 0);
  }),
);

refusals(
  'settings of the CDK that are broken',
  inFolder({ 'infra/cdk.json': '{ "app": "node app.js"' }, (cwd) => {
    refuses(cwd, ['--name', 'shop'], 'PLAN6085', /note: infra\/cdk\.json:\d+:\d+: /);
  }),
);

const strange: { readonly [what: string]: { readonly [path: string]: string | Buffer } } = {
  'a chart of Kubernetes': {
    'templates/service.yaml': 'kind: Service\nmetadata: { name: {{ .Values.name }} }\n',
  },
  'a template of ten megabytes': { 'template.yaml': `${broken}# ${'x'.repeat(10_000_000)}\n` },
  'UTF-16': { 'template.yaml': Buffer.from(`\ufeff${broken}`, 'utf16le') },
  'settings of the CDK without an app': { 'cdk.json': '{ "context": {} }' },
  'a policy that names types': { 'guard.yaml': 'rules:\n  - Type: AWS::S3::Bucket\n' },
  'a list': { 'template.yaml': '- Type: AWS::S3::Bucket\n' },
  Terraform: { 'main.tf': 'resource "aws_sns_topic" "a" {}\n' },
  'the Serverless Framework': {
    'serverless.yml': 'resources:\n  Resources:\n    Topic: { Type: AWS::SNS::Topic }\n',
  },
  'a folder with a plan of its own': { 'billing/plan.yaml': good },
  'a template five folders deep': {
    'a/b/c/d/e/template.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }',
  },
  'what is not the own work of the project': {
    'node_modules/x/template.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }',
    'web/vendor/template.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }',
    'web/.aws-sam/build/template.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }',
    'infra/cdk.out/Web.template.json': 'Resources: { T: { Type: AWS::SNS::Topic } }',
    'index.js': '',
  },
};

for (const [what, files] of Object.entries(strange)) {
  refusals(
    `${what} is nothing to deploy`,
    inFolder(files, (cwd) => {
      refuses(
        cwd,
        ['--name', 'shop'],
        'PLAN6085',
        /looked up to 4 folders deep for a `cdk.json`.*`plancc init --template minimal`/,
      );
    }),
  );
}

refusals(
  'why a folder with a `cdk.json` or a plan further down gives none is said',
  inFolder({ 'infra/cdk.json': '{}', 'billing/plan.yaml': good }, (cwd) => {
    refuses(
      cwd,
      ['--name', 'shop'],
      'PLAN6085',
      /note: billing: .*`billing\/plan\.yaml`\n.*note: infra\/cdk\.json: .*it names no `app`/,
    );
  }),
);

refusals(
  'a plan that is there already, also where nothing else is recognised',
  inFolder({ 'main.tf': '', 'plan.yml': good }, (cwd) => {
    refuses(cwd, ['--name', 'shop'], 'PLAN6080', /`plan\.yml`/);
  }),
);

refusals(
  'nothing where there is nothing yet',
  inFolder({ 'shop/README.md': '', 'shop/LICENSE': '', 'shop/.git/HEAD': '' }, (cwd) => {
    assert.match(init(cwd, 'shop').stderr, 'wrote the plan shop from the template minimal');
  }),
);

refusals(
  'a workflow where another CI builds, unless there are workflows already',
  inFolder({ '.gitlab-ci.yml': '' }, (cwd) => {
    const { stdout, stderr } = init(cwd, '--name', 'shop', '--dry-run');
    assert.not.match(stdout, 'workflows');
    assert.match(stderr, '  no    .github/workflows/plancc.yml: `.gitlab-ci.yml` is there');
    mkdirSync(join(cwd, '.github'));
    assert.match(init(cwd, '--name', 'shop').stdout, '.github/workflows/plancc.yml');
  }),
);

refusals(
  'a workflow inside a repository, where GitHub would not read it',
  inFolder({ '.git/HEAD': '' }, (cwd) => {
    const { stdout, stderr } = init(cwd, 'shop');
    assert.not.match(stdout, 'workflows');
    assert.match(stderr, 'GitHub reads it at the root of a repository alone');
    assert.match(init(cwd, '-t', 'sam', '--name', 'root').stdout, '.github/workflows/plancc.yml');
  }),
);

refusals(
  '--dry-run writes nothing, and says what it would',
  inFolder({}, (cwd) => {
    const dry = init(cwd, 'shop', '--dry-run');
    assert.match(dry.stderr, 'would write the plan shop from the template minimal: 5 files');
    assert.equal(contents(cwd), {});
    assert.is(init(cwd, 'shop').stdout, dry.stdout);
  }),
);

refusals(
  'a modeline leads to the plancc of the project, where it has one',
  inFolder({ 'package.json': '{ "devDependencies": { "plancc": "^0.1.0" } }' }, (cwd) => {
    init(cwd, '--name', 'shop');
    init(cwd, '--template', 'landscape');
    const { 'plan.yaml': top, 'network/plan.yaml': below } = contents(cwd);
    const modeline = (folder: string) =>
      `# yaml-language-server: $schema=${folder}/node_modules/plancc/schemas/plan.schema.json`;
    assert.is(top!.split('\n')[0], modeline('.'));
    assert.is(below!.split('\n')[0], modeline('..'));
  }),
);

refusals.run();
