import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pathKeys, severalBy } from '../../src/asl/path/keys.js';
import { parse } from '../../src/asl/path/parse.js';
import { intrinsicString, jsonPath } from '../../src/asl/path/print.js';
import type { Argument, Fault, Step } from '../../src/asl/path/syntax.js';

const paths = suite('JSONPath and intrinsic functions');

paths('names that are no identifiers are quoted', () => {
  assert.is(jsonPath(['output', 'Smoke test', 'ok', 0]), "$.output['Smoke test'].ok[0]");
  assert.is(jsonPath(['output', "it's"]), "$.output['it\\'s']");
  assert.is(jsonPath([]), '$');
  assert.is(jsonPath(['environment'], '$$.Execution.Input'), '$$.Execution.Input.environment');
});

paths('a path is read back to the keys it was written from', () => {
  const keys = fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.nat(99)));
  fc.assert(fc.property(keys, (written) => assert.equal(pathKeys(jsonPath(written)), written)));
});

paths('a text of a call is read back to what it was written from', () => {
  fc.assert(
    fc.property(fc.string(), (written) => {
      const found = parse(`States.JsonToString(${intrinsicString(written)})`);
      const [text] = found.kind === 'call' ? found.arguments : [];
      assert.is(text?.kind === 'text' ? text.value : undefined, written);
      assert.is(text?.kind === 'text' ? text.parts.length : undefined, 1);
    }),
  );
});

/** An expression as text again; steps and arguments from where they stand. */
function shown(found: Argument | Fault, text: string): string {
  switch (found.kind) {
    case 'path':
      return found.steps.reduce(
        (all, step) => all + text.slice(...step.span),
        { input: '$', context: '$$', variable: `$${found.variable}` }[found.root],
      );
    case 'call':
      return `${found.name}(${found.arguments.map((argument) => shown(argument, text)).join(', ')})`;
    case 'fault':
      return `${found.reason}: ${text.slice(...found.span)}`;
    default:
      return text.slice(...found.span);
  }
}

const step = fc.constantFrom(
  ...[
    '.a',
    "['a b']",
    '["x\\"y"]',
    '[0]',
    '[-1]',
    '[*]',
    '.*',
    '..a',
    '..*',
    '[0,1]',
    "['a','b']",
    '[1:2]',
    '[-2:]',
  ],
  ...[
    '[:3]',
    "[?(@.a =~ /it's \\/ (/i)]",
    '[?(@.a == 1)]',
    "[?(@.a == ')' && @.b in ['x'])]",
    '[(@.length-1)]',
    '.length()',
    '.[0]',
    '.é',
    '.a\\.b',
  ],
);
const path = fc
  .tuple(fc.constantFrom('$', '$$', '$name', '$größe'), fc.array(step, { maxLength: 5 }))
  .map(([root, steps]) => root + steps.join(''));
const { call } = fc.letrec<{ call: string; argument: string }>((tie) => ({
  argument: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(
      path,
      fc.string().map(intrinsicString),
      fc.constantFrom('1', '-2.5', '1e3', 'true', 'false', 'null'),
    ),
    tie('call'),
  ),
  call: fc
    .tuple(fc.constantFrom('States.Array', 'States.Format'), fc.array(tie('argument'), { maxLength: 3 }))
    .map(([name, list]) => `${name}(${list.join(', ')})`),
}));

paths('every part of a well-formed expression is read, and stands where it says', () => {
  fc.assert(fc.property(fc.oneof(path, call), (text) => assert.is(shown(parse(text), text), text)));
});

paths('any text is read, in the time its length takes, and a fault is inside of it', () => {
  const pieces = fc.array(
    fc.oneof(step, fc.constantFrom('$', 'States.Array', '(', ')', ',', "'", '[', ' ', '\\'), fc.string()),
  );
  fc.assert(
    fc.property(pieces, (list) => {
      const text = `$${list.join('')}`;
      const found = parse(text);
      if (found.kind !== 'fault') return;
      assert.ok(found.span[0] >= 0 && found.span[1] <= text.length && found.span[0] < found.span[1], text);
    }),
  );
  for (const piece of ['.a', '[0]', 'States.Array(', "['", '..', '(((']) {
    parse(`$${piece.repeat(50_000)}`);
    parse(`States.Array(${piece.repeat(50_000)}`);
  }
});

const faults: { readonly [text: string]: string } = {
  'input.value': 'it starts with neither `$` nor `States.`: input.value',
  '$.': 'it ends with a dot: .',
  '$.a..': 'it ends with a dot: ..',
  '$.a[?(@.b': 'the parenthesis `(` is not closed: (',
  "$['a'": 'the bracket `[` is not closed: [',
  '$[]': 'the brackets are empty: [',
  '$[b]': 'a name in brackets stands in quotes: b',
  '$.list[$.index]': 'a path cannot stand in brackets: $.index',
  '$.a b': 'a name with a space stands in brackets: b',
  ' $.a': 'it starts with spaces:  $.a',
  'States.Format': '`States.Format` has no arguments: States.Format',
  "States.Format('{}', $.a": 'the parenthesis `(` is not closed: (',
  'States.Format("{}")': 'text stands in single quotes: "',
  "States.Format('a)": "the text that starts with `'` is not closed: '",
  "States.Format('\\\"')": '`\\"` is no escape: \\"',
  'States.Array(a)': '`a` is neither a path, a function, a number nor text: a',
  'States.Array(1,)': 'an argument is missing: )',
  'States.Array(1 2)': 'a comma or `)` is missing before `2`: 2',
};

for (const [text, fault] of Object.entries(faults)) {
  paths(`${text} is refused at the characters that are wrong`, () =>
    assert.is(shown(parse(text), text), fault),
  );
}

paths('functions inside one another are counted', () => {
  const nested = (depth: number) => `${'States.Array('.repeat(depth)}1${')'.repeat(depth)}`;
  assert.is(parse(nested(11)).kind, 'call');
  assert.is(parse(nested(12)).kind, 'fault');
});

paths('what may find several places is no reference path', () => {
  const several = (text: string): Step['kind'] | undefined => {
    const found = parse(text);
    return found.kind === 'path' ? severalBy(found)?.kind : undefined;
  };
  for (const text of ['$', '$.a', "$['a'][0]", '$[-1]', '$.a\\[b']) assert.is(several(text), undefined, text);
  assert.is(several('$.a[*].b'), 'all');
  assert.is(several('$..a'), 'key');
  assert.is(several('$[?(@.b)]'), 'filter');
  assert.is(several('$[0:2]'), 'slice');
  assert.is(several('$.a.length()'), 'function');
  for (const text of ['$.a[*]', '$$.a', '$name', 'a.b', 'States.Array()'])
    assert.is(pathKeys(text), undefined, text);
});

paths.run();
