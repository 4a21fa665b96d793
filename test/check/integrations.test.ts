import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { optimized } from '../../src/asl/integrations/optimized.js';
import type { Services } from '../../src/asl/integrations/sdk/services.js';
import { checkIntegrations } from '../../src/compiler/check/integrations/index.js';
import { meantApi, meantService } from '../../src/compiler/check/integrations/spelling.js';
import { compile } from '../../src/compiler/index.js';
import { resolve } from '../../src/compiler/resolve/index.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { readDocument } from '../../src/source/read.js';
import { virtualProject } from '../../src/source/virtual.js';
import { services } from '../services.js';

const integrations = suite('what Tasks call');

const aws = services();

/** The codes that a Task is reported with. */
function codesOf(resource: string, more: JsonObject, known: (() => Services) | undefined = services) {
  const task = { Type: 'Task', Resource: resource, TimeoutSeconds: 60, End: true, ...more };
  const definition = { StartAt: 'Call', States: { Call: task } };
  const file = 'call.asl.json';
  const text = JSON.stringify(definition);
  return compile({ file, text, project: virtualProject({}), services: known }).problems.map(
    ({ code, severity, message }) => `${severity} ${code} ${message}`,
  );
}

/** Arguments of these names, also of those inside of others: `Authentication.ConnectionArn`. */
const argumentsFor = (names: readonly string[]): { readonly [name: string]: Json } =>
  Object.fromEntries(
    names.map((name) => {
      const [first, inner] = name.split('|')[0]!.split('.');
      return [first, inner === undefined ? { Token: 'a' } : { [inner]: 'a' }];
    }),
  );

integrations('every API of every service is called with what it needs, in silence', () => {
  for (const name of aws.names()) {
    const service = aws.service(name)!;
    const states = service.operations.map((operation, index) => {
      const parameters = service.parameters(operation)!.map((parameter) => parameter.name);
      const Resource = `arn:aws:states:::aws-sdk:${name}:${operation}`;
      return [
        `S${index}`,
        { Type: 'Task', Resource, Parameters: argumentsFor(parameters), Next: `S${index + 1}` },
      ];
    });
    const last = `S${states.length}`;
    const definition = {
      StartAt: 'S0',
      States: { ...Object.fromEntries(states), [last]: { Type: 'Succeed' } },
    };
    // Text of all of them would take longer to read than to check.
    const document = { ...readDocument('a.asl.json', '{}'), value: definition };
    const plan = { ...resolve(document, virtualProject({}), new Set(), '1.0.0'), services };
    assert.equal(checkIntegrations(plan), [], name);
  }
});

integrations('every optimized API can be called in each of its ways, and needs what it needs', () => {
  for (const [service, apis] of Object.entries(optimized)) {
    for (const [api, { patterns, required }] of Object.entries(apis)) {
      for (const pattern of patterns) {
        const ending = pattern === 'request-response' ? '' : `.${pattern}`;
        const resource = `arn:aws:states:::${service}:${api}${ending}`;
        const given = argumentsFor(required);
        const Parameters = {
          ...given,
          ...(pattern === 'waitForTaskToken' && { 'Token.$': '$$.Task.Token' }),
        };
        assert.equal(codesOf(resource, { Parameters }), [], resource);
        for (const name of required) {
          const { [name.split(/[.|]/)[0]!]: _, ...left } = Parameters as { readonly [name: string]: Json };
          assert.match(
            codesOf(resource, { Parameters: left }).join(),
            /^error PLAN2073/,
            `${resource} ${name}`,
          );
        }
      }
    }
  }
});

integrations('without a table nothing behind aws-sdk is unknown', () => {
  const resource = 'arn:aws:states:::aws-sdk:nowhere:doNothing';
  assert.equal(codesOf(resource, { Parameters: {} }, () => aws).length, 1);
  const task = {
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: resource, Parameters: {}, End: true } },
  };
  const text = JSON.stringify(task);
  assert.equal(compile({ file: 'a.asl.json', text, project: virtualProject({}) }).problems, []);
});

integrations('the table is not asked for while nothing is behind aws-sdk', () => {
  const refuse = () => {
    throw new Error('asked for');
  };
  const Parameters = { TopicArn: 'a', Message: 'b' };
  assert.equal(codesOf('arn:aws:states:::sns:publish', { Parameters }, refuse), []);
  assert.equal(codesOf('arn:aws:lambda:eu-west-1:123456789012:function:f', {}, refuse), []);
});

integrations('a service that was added after the table was made is no error, whichever it is', () => {
  const names = aws.names();
  const mistaken = names.filter(
    (name) =>
      meantService(
        name,
        names.filter((other) => other !== name),
      ) !== undefined,
  );
  assert.equal(mistaken, []);
  for (const added of [
    'lambdacore',
    'lambdamicrovms',
    'resiliencehubv2',
    'supportauthz',
    'sagemakerjobruntime',
  ])
    assert.is(meantService(added, names), undefined, added);
});

const lettersOf = (name: string): readonly string[] => name.match(/[A-Z]?[a-z]+/g) ?? [];

integrations('nor is an API, but for one in a thousand', () => {
  const count = new Map<string, number>();
  const apis = aws.names().flatMap((name) => {
    const { operations } = aws.service(name)!;
    return operations.map((operation) => ({ operation, operations }));
  });
  const words = apis.flatMap(({ operation }) => lettersOf(operation).map((word) => word.toLowerCase()));
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  const before: Services = { ...aws, hasWord: (word) => (count.get(word.toLowerCase()) ?? 0) > 1 };
  const mistaken = apis.filter(
    ({ operation, operations }) =>
      meantApi(
        operation,
        operations.filter((other) => other !== operation),
        before,
      ) !== undefined,
  );
  assert.ok(apis.length > 15_000);
  assert.ok(mistaken.length <= apis.length / 1000, String(mistaken.length));
});

integrations('two letters changed places: nearly always that is seen to be a mistake', () => {
  const popular = ['dynamodb', 'ec2', 'ecs', 'glue', 'lambda', 'rds', 's3', 'sfn', 'sns', 'sqs', 'ssm'];
  const apis = popular.flatMap((name) =>
    aws.service(name)!.operations.map((operation) => ({ name, operation })),
  );
  let seen = 0;
  const runs = 100;
  fc.assert(
    fc.property(fc.constantFrom(...apis), fc.nat(1000), ({ name, operation }, at) => {
      const index = 1 + (at % (operation.length - 2));
      const [a, b] = [operation[index]!, operation[index + 1]!];
      const swapped = operation.slice(0, index) + b + a + operation.slice(index + 2);
      const { operations } = aws.service(name)!;
      if (operations.includes(swapped) || meantApi(swapped, operations, aws) !== undefined) seen += 1;
    }),
    { numRuns: runs, seed: 1 },
  );
  assert.ok(seen > runs * 0.9, String(seen));
});

integrations('an execution with a deadline ends those who wait for an answer too', () => {
  const Resource = 'arn:aws:states:eu-west-1:123456789012:activity:carry';
  const States = { A: { Type: 'Task', Resource, End: true } };
  const codes = (more: JsonObject) =>
    compile({
      file: 'a.asl.json',
      text: JSON.stringify({ StartAt: 'A', ...more, States }),
      project: virtualProject({}),
    }).problems.map(({ code }) => code);
  assert.equal(codes({}), ['PLAN2078']);
  assert.equal(codes({ TimeoutSeconds: 3600 }), []);
});

integrations.run();
