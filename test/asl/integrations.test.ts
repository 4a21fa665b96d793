import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { permissionsOf } from '../../src/asl/integrations/index.js';
import { isList, isObject } from '../../src/language/json.js';
import type { Json } from '../../src/source/document.js';
import { matches } from '../golden.js';
import { grants, told } from './grants.js';
import { permissionsFolder, permissionsFor, plan, uses } from './uses.js';

const integrations = suite('permissions of integrations');

integrations('each use needs what is expected of it', () => {
  const text = uses.map((use) => [use.name, ...told('+', grants(permissionsFor(use))), ''].join('\n'));
  matches(join(permissionsFolder, 'uses.txt'), text.join('\n'));
});

const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '${{ Environment }}-x',
    '${{ States.A.b }}',
    '{% $x %}',
    'arn:aws:sns:eu-west-1:1:x',
    '${',
    's3://a',
  ),
  fc.constantFrom('https://sqs.eu-west-1.amazonaws.com/1/x', '/', ':', '', '*', 'arn:', '${{', 'a:b:c/d'),
);
const value = fc.letrec<{ value: Json; intrinsic: Json }>((tie) => ({
  intrinsic: fc.oneof(
    text.map((Ref) => ({ Ref })),
    fc.tuple(text, text).map((path) => ({ 'Fn::GetAtt': path })),
    text.map((path) => ({ 'Fn::GetAtt': path })),
    text.map((sub) => ({ 'Fn::Sub': sub })),
    fc.array(tie('value'), { maxLength: 2 }).map((parts) => ({ 'Fn::Join': ['', parts] })),
  ),
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.constant(null),
    tie('intrinsic'),
    fc.array(tie('value')),
  ),
})).value;

const names = [...new Set(uses.flatMap(({ arguments: given }) => Object.keys(Object(given))))];
const calls = [...new Set(uses.flatMap(({ call }) => call ?? []))];

const use = fc.record({
  resource: fc.oneof(
    fc.constantFrom(...calls).map((call) => `arn:aws:states:::${call}`),
    value,
  ),
  arguments: fc.oneof(fc.dictionary(fc.constantFrom(...names), value), value),
});

/** A resource with a word in the place of what CloudFormation computes. */
function withValues(resource: Json): string {
  const parts = isObject(resource) && isList(resource['Fn::Join']) ? resource['Fn::Join'][1] : [resource];
  const words = (isList(parts) ? parts : []).map((part) => (typeof part === 'string' ? part : 'value'));
  return words.join('').replace(/\$\{[^}]*\}/g, 'value');
}

const arn = /^arn:[^:]+:[^:]+:[^:]*:[^:]*:./s;

integrations('whatever is written, statements are well formed', () => {
  fc.assert(
    fc.property(use, (given) => {
      for (const { actions, resources } of permissionsOf(given, plan)) {
        assert.ok(actions.length > 0 && resources.length > 0);
        for (const action of actions) assert.match(action, /^[a-z0-9-]+:[A-Za-z0-9]+$/);
        for (const resource of resources) {
          const shown = withValues(resource);
          assert.ok(shown === '*' || shown.startsWith('value') || arn.test(shown), shown);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

integrations.run();
