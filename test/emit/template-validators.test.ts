import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { cfnLint, cloudFormationValidate, hasCfnLint } from '../validators.js';
import { templates } from './template-samples.js';

const validators = suite('validators of templates');

const broken = { Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueNam: 'x' } } } };

validators('@aws/cloudformation-validate finds nothing', () => {
  const found = cloudFormationValidate([...templates, ['broken', broken]]);
  assert.equal(
    found.filter((line) => !line.startsWith('broken ')),
    [],
  );
  assert.ok(found.length > 0, 'it does find what is wrong');
});

if (hasCfnLint || process.env.CI === 'true') {
  validators('cfn-lint finds nothing', () => {
    assert.is(cfnLint(templates), '');
    assert.match(cfnLint([['broken', broken]]), 'QueueNam');
  });
} else {
  validators.skip('cfn-lint finds nothing');
  console.log('skipped: cfn-lint is not installed');
}

validators.run();
