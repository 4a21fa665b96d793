import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkUnused } from '../../src/compiler/check/unused.js';
import { planOf } from '../plan.js';

const unused = suite('parameters that nothing uses');

const reported = (state: string) =>
  checkUnused(
    planOf(`
Name: shop
Parameters: { Class: { Default: small }, Size: { Default: 1 } }
States:
  Job: { Type: runner, Properties: { Commands: ['echo $SIZE'], Environment: { SIZE: "\${{ Parameters.Size }}" } } }
  Other: ${state}
`),
  ).map(({ place }) => 'path' in place && place.path[1]);

unused('are reported beside states that do not see them', () => {
  for (const state of [
    '{ Type: Wait, Seconds: 1 }',
    '{ Type: Pass, Result: { a: 1 }, ResultPath: $.a }',
    '{ Type: Task, Resource: r, Parameters: { "a.$": $.input.a, b: costs } }',
    '{ Type: Task, QueryLanguage: JSONata, Resource: r, Arguments: { a: "{% $now() %}" } }',
    '{ Type: runner, Properties: { Commands: ["echo $(date) $parameters"] } }',
  ])
    assert.equal(reported(state), ['Class'], state);
});

unused('are not reported where a state may read any of them by itself', () => {
  for (const state of [
    '{ Type: Task, Resource: r }',
    '{ Type: Task, Resource: r, Parameters: { "a.$": $ } }',
    '{ Type: Task, Resource: r, Parameters: { "a.$": $.parameters.Class } }',
    `{ Type: Task, Resource: r, Parameters: { "a.$": "$['parameters']" } }`,
    '{ Type: Task, Resource: r, Parameters: { "a.$": $..Class } }',
    '{ Type: Task, Resource: r, Parameters: { "a.$": "$.*" } }',
    '{ Type: Task, Resource: r, Parameters: { "a.$": "States.JsonToString($)" } }',
    '{ Type: Task, Resource: r, Parameters: { "a.$": $$.Execution.Input } }',
    '{ Type: Task, QueryLanguage: JSONata, Resource: r, Arguments: "{% $states.input %}" }',
    '{ Type: lambda, Properties: { FunctionName: f, Payload: { "a.$": $ } } }',
    '{ Type: Choice, Choices: [{ Variable: $.parameters.Class, IsPresent: true, Next: Job }] }',
    '{ Type: runner, When: { Variable: $.parameters.Class, IsPresent: true }, Properties: { Commands: [a] } }',
    '{ Type: Parallel, Branches: [{ States: { Inner: { Type: Task, Resource: r } } }] }',
  ])
    assert.equal(reported(state), [], state);
});

unused.run();
