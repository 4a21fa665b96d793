import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { codes } from '../../src/diagnostics/codes/index.js';
import { describeSubject } from '../../src/schema/describe.js';
import { subjectOf, subjects } from '../../src/schema/lookup.js';
import { stateTypes } from '../../src/states/index.js';
import { plancc } from './plancc.js';

const explain = suite('plancc explain');

const printed = (...words: string[]): string => {
  const { status, stdout, stderr } = plancc(['explain', ...words]);
  assert.is(status, 0, stderr);
  assert.is(stderr, '');
  return stdout;
};

explain('a code, however it is written', () => {
  const text = printed('PLAN4002');
  assert.match(text, /^PLAN4002: .+\n\n/);
  for (const part of ['\nWhy\n', '\nWhat to do\n', '\nWrong\n', '\nRight\n', 'error[PLAN4002]']) {
    assert.ok(text.includes(part), part);
  }
  assert.is(printed('plan4002'), text);
  assert.is(printed('4002'), text);
});

explain('a type of plancc with its properties and an example', () => {
  const text = printed('cdk');
  assert.match(text, '\n  Path (required)\n      The folder of the CDK app.\n');
  assert.match(text, '\n    States:\n');
  assert.not.match(text, /^\||^```|<!--/m);
});

explain('a type of Amazon, a field of a type, a field of the plan and one of that', () => {
  assert.match(printed('Task'), '\n  Resource (required)\n');
  assert.match(printed('cdk.Path'), /^cdk\.Path\n\nThe folder of the CDK app\.\n\nRequired\. /);
  assert.match(printed('Parameters'), '\n  Secret\n');
  assert.match(printed('Task.Retry.BackoffRate'), '\n    BackoffRate: 2\n');
});

explain('a field alone, when it means one thing or several', () => {
  assert.match(printed('BuildDir'), /^sam\.BuildDir\n|^BuildDir\n/);
  assert.match(printed('When'), /^When\n\nA condition/);
  assert.match(printed('Path'), /^ {2}cdk\.Path$/m);
});

explain('a chapter of the language, and what references begin with', () => {
  assert.match(printed('references'), /^References\n\n`\$\{\{ … \}\}` stands for/);
  assert.is(printed('Distribution.Version'), printed('references'));
  assert.match(printed('Action'), 'cfn.Action, sam.Action');
});

explain('an error that states have, each in its own case', () => {
  const text = printed('JobFailed');
  for (const type of ['cdk', 'runner']) assert.match(text, new RegExp(`^ +${type}\\s+\\S`, 'm'), text);
  for (const { errors } of stateTypes)
    for (const name of Object.keys(errors)) assert.not.match(printed(name), /undefined/, name);
});

explain('everything there is', () => {
  const text = printed();
  for (const name of [...Object.keys(codes), 'cdk', 'Map', 'Runners']) {
    assert.match(text, new RegExp(`^  ${name} +\\S`, 'm'));
  }
});

explain('a name that is nothing is met with what is near', () => {
  const { status, stderr } = plancc(['explain', 'cdk.Pth']);
  assert.is(status, 2);
  assert.is(
    stderr,
    'plancc: there is nothing called `cdk.Pth` to explain\n  = help: did you mean `plancc explain cdk.Path`?\n',
  );
  assert.match(plancc(['explain', 'cfn.Path']).stderr, /did you mean `plancc explain (cdk|sam)\.Path`/);
  assert.match(plancc(['explain', 'PLAN4999']).stderr, 'run `plancc explain` for a list');
});

explain('every name that is offered can be explained', () => {
  const all = subjects();
  assert.ok(all.length > 250);
  for (const { name } of all) {
    const subject = subjectOf(name);
    assert.ok(subject, name);
    assert.match(
      describeSubject(subject),
      new RegExp(`^# ${name.replaceAll('.', '\\.')}\n\n[A-Z\`].*[.]`),
      name,
    );
  }
});

explain.run();
