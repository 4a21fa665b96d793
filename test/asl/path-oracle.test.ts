import { validatePath } from 'asl-path-validator';
import { AslPathContext } from 'asl-path-validator/dist/types.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { mistakesOf } from '../../src/asl/path/arguments.js';
import { severalBy } from '../../src/asl/path/keys.js';
import { parse } from '../../src/asl/path/parse.js';

const oracle = suite('paths and functions, as asl-path-validator has them');

const isRight = (text: string): boolean => {
  const found = parse(text);
  return found.kind === 'path' || (found.kind === 'call' && mistakesOf(found).length === 0);
};
const isReference = (text: string): boolean => {
  const found = parse(text);
  return found.kind === 'path' && severalBy(found) === undefined;
};

const paths = [
  ...[
    '$',
    '$$',
    '$.a',
    '$.a.b',
    '$.a b',
    '$a',
    '$a.b',
    '$.',
    '$..',
    '$..a',
    '$...a',
    '$.*',
    '$[*]',
    '$.a[*].b',
  ],
  ...[
    '$[0]',
    '$[-1]',
    '$[0,1]',
    '$[0:1]',
    '$[:2]',
    '$[1:]',
    '$[-2:]',
    "$['a']",
    '$["a"]',
    "$['a'",
    '$[a]',
    '$[]',
  ],
  ...[
    '$.a[]',
    '$[?(@.a)]',
    "$[?(@.a == 'b')]",
    '$[?(@.a=="b")]',
    '$[(@.length-1)]',
    '$.a-b',
    '$.a:b',
    '$.a@b',
  ],
  ...[
    '$.é',
    '$.a]',
    '$.a)',
    "$.a'b",
    ' $.a',
    '$.a ',
    'a',
    'a.b',
    '.a',
    '@.a',
    '()',
    '$$.Execution.Id',
    '$$foo',
  ],
  ...['$.store\\.book', '$.&Ж中', '$.a[?(@.b', '$.a[?()]', "$.a['b\\'c']", '$["a\\"b"]', ''],
];

const calls = [
  ...['States.Array()', 'States.Array(1)', "States.Array('a', $.b, null, true)", 'States.Array(-1)'],
  ...[
    "States.Format('{}', $.a)",
    'States.Format($.t, $.a)',
    "States.Format('a')",
    'States.UUID()',
    'States.UUID(1)',
  ],
  ...["States.Hash($.a, 'MD5')", 'States.MathAdd($.a, 1)', "States.MathAdd('1', 1)", 'States.MathAdd($.a)'],
  ...['States.MathRandom(1, 2)', 'States.MathRandom(1, 2, 3)', 'States.JsonMerge($.a, $.b, false)'],
  ...["States.StringSplit('a,b', ',')", 'States.StringToJson($.a)', 'States.StringToJson($.a'],
  ...[
    'States.StringToJson $.a',
    'States.JsonToString($)',
    'States.ArrayLength($.a)',
    'States.ArrayLength($.a, 1)',
  ],
  ...['States.ArrayGetItem($.a, 0)', 'States.ArrayRange(1,9,2)', 'States.ArrayPartition($.a, 2)'],
  ...['States.ArrayContains($.a, 1)', 'States.ArrayUnique($.a)', "States.Base64Encode('a')"],
  ...[
    'States.Base64Decode($.a)',
    'States.Base64Decode()',
    "States.Concat('a')",
    'States.array(1)',
    'States. ',
  ],
  ...['States.Array(1,)', 'States.Array(a)', 'States.Array(1 2)', "States.Array('a)", "States.Array('\\'')"],
  ...[
    "States.Array('\\{\\}')",
    'States.Array(States.Array(States.UUID()))',
    '  States.UUID()',
    'States.Array( 1 , 2 )',
  ],
];

oracle('the same is right and wrong', () => {
  for (const text of [...paths, ...calls]) {
    assert.is(isRight(text), validatePath(text, AslPathContext.PAYLOAD_TEMPLATE).isValid, text);
  }
});

oracle('the same is a reference path', () => {
  const several = ['$.*', '$.a[*]', '$..a', '$[0,1]', '$[0:1]', '$[1:]', '$[?(@.a)]', '$[(@.length-1)]'];
  for (const text of [...several, '$', '$.a', "$['a']", '$[0]', '$.a[0].b', '$$.a', '$v', '$v.a']) {
    assert.is(isReference(text), validatePath(text, AslPathContext.REFERENCE_PATH).isValid, text);
  }
});

/** What Jayway takes, whose dialect it is: https://github.com/json-path/JsonPath */
const jayways = [
  ...[
    '$[1:2:3]',
    "$['a','b']",
    '$.[0]',
    "$.['a']",
    '$.[?(@.a)]',
    '$[?(@.a >= 1 && @.b < 2)]',
    '$[?(@.a =~ /x/)]',
  ],
  ...['$.a.length()', '$.a,b'],
  // It trims the end of a text.
  'States.UUID() ',
  // Step Functions rounds: https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
  ...['States.Array(1,2.5)', 'States.MathAdd(1.5, 1)'],
];

/** What Jayway does not take, and calls that Step Functions refuses or that fail whenever they are evaluated. */
const refused = [
  ...['$.list[$.i]', 'States.Array("a")', "States.Format('\\\"')"],
  ...['States.Format()', 'States.Hash($.a)', 'States.MathRandom(1)', 'States.JsonMerge($.a, $.b)'],
  ...[
    "States.StringSplit('a')",
    'States.ArrayGetItem($.a)',
    'States.ArrayRange(1,9)',
    'States.ArrayContains($.a)',
  ],
  ...["States.Format('{} {}', $.a)", "States.Hash($.a, 'X')", 'States.JsonMerge($.a, $.b, true)'],
  ...['States.ArrayGetItem($.a, -1)', 'States.ArrayRange(1,9,0)', 'States.ArrayPartition($.a, 0)'],
  "States.ArrayUnique('a')",
];

oracle('it refuses some of what Step Functions takes, and takes what fails', () => {
  for (const text of [...jayways, ...refused]) {
    const { isValid } = validatePath(text, AslPathContext.PAYLOAD_TEMPLATE);
    assert.is(isValid, !isRight(text), text);
    assert.is(isRight(text), jayways.includes(text), text);
  }
  assert.ok(isReference('$[-1]') && !validatePath('$[-1]', AslPathContext.REFERENCE_PATH).isValid);
});

oracle.run();
