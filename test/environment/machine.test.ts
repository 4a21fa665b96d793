import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
import { deployingMachine } from '../../src/environment/controller/machine.js';
import { virtualProject } from '../../src/source/virtual.js';
import { shown } from '../golden.js';
import { refusals } from '../oracle/asl-validator.js';

const machines = suite('the deploying machine');

const definition = deployingMachine('arn:aws:lambda:eu-west-1:111122223333:function:plancc-controller');

machines('is accepted by plancc itself, without a warning', () => {
  const text = JSON.stringify(definition);
  assert.is(shown(compile({ file: 'deploy.asl.json', text, project: virtualProject({}) })), '');
});

machines('is accepted by asl-validator', () => assert.equal(refusals(definition), []));

machines('is made for any partition', () => {
  const text = JSON.stringify(deployingMachine('arn:aws-cn:lambda:cn-north-1:1:function:c', 'aws-cn'));
  assert.not.match(text, 'arn:aws:');
});

machines.run();
