import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { definitionString } from '../../src/compiler/emit/template/definition.js';
import type { Json } from '../../src/source/document.js';

const definition = suite('DefinitionString');

/** What CloudFormation makes of it, where a parameter or attribute has its name in angle brackets for a value. */
function evaluate(value: Json): string {
  if (typeof value === 'string') return value;
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::ImportValue': imported,
    'Fn::Sub': sub,
  } = value as { readonly [name: string]: Json };
  if (Ref !== undefined) return `<${Ref}>`;
  if (attribute !== undefined) return `<${[attribute].flat().join('.')}>`;
  if (imported !== undefined) return `<import ${imported}>`;
  const [text, variables] = typeof sub === 'string' ? [sub, {}] : (sub as [string, Record<string, Json>]);
  return text.replaceAll(/\$\{([^}]*)\}/g, (_, name: string) => {
    assert.match(name, /^[A-Za-z0-9_.:]+$/, 'CloudFormation refuses any other name of a variable');
    return Object.hasOwn(variables, name) ? evaluate(variables[name]!) : `<${name}>`;
  });
}

const substitutions: { readonly [name: string]: Json } = {
  Worker: { Ref: 'PlanccWorkerArn' },
  JobRole: { 'Fn::GetAtt': ['JobRole', 'Arn'] },
  Topic: { 'Fn::ImportValue': 'topic' },
};
const values = { Worker: '<PlanccWorkerArn>', JobRole: '<JobRole.Arn>', Topic: '<import topic>' };

/** Texts that are full of dollar signs, braces and quotes, with placeholders among them. */
const text = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '$',
        '{',
        '}',
        '${',
        '${{',
        '$${{ x }}',
        '${HOME:-${X}}',
        '${!a}',
        '${Other}',
        '"',
        '\\',
      ),
      fc.constantFrom('${Worker}', '${JobRole}', '${Topic}'),
    ),
  )
  .map((parts) => parts.join(''));

definition('gives back any definition with the values in their places', () => {
  fc.assert(
    fc.property(fc.dictionary(text, text), fc.subarray(Object.keys(values)), (states, names) => {
      const written = JSON.stringify(states);
      const given = Object.fromEntries(names.map((name) => [name, substitutions[name]!]));
      const expected = written.replaceAll(/\$\{(\w+)\}/g, (found, name: string) =>
        names.includes(name) ? values[name as keyof typeof values] : found,
      );
      assert.equal(JSON.parse(evaluate(definitionString(written, given))), JSON.parse(expected));
    }),
  );
});

const written = (states: Json): string => JSON.stringify({ States: states });

definition('stays plain text when CloudFormation has nothing to put in', () => {
  const text = written({ A: '${HOME}' });
  assert.is(definitionString(text, { Worker: { Ref: 'PlanccWorkerArn' } }), text);
});

definition('names parameters and attributes where they belong, other values in a table', () => {
  const text = written({ A: '${Worker}', B: '${JobRole}' });
  assert.equal(definitionString(text, substitutions), {
    'Fn::Sub': '{"States":{"A":"${PlanccWorkerArn}","B":"${JobRole.Arn}"}}',
  });
  assert.equal(definitionString(written({ A: '${Worker}', B: '${Topic}' }), substitutions), {
    'Fn::Sub': [
      '{"States":{"A":"${Worker}","B":"${Topic}"}}',
      { Worker: { Ref: 'PlanccWorkerArn' }, Topic: { 'Fn::ImportValue': 'topic' } },
    ],
  });
});

definition.run();
