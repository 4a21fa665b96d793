import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pretty } from '../../src/diagnostics/formats/pretty.js';
import { locate } from '../../src/diagnostics/locate.js';
import { readDocument } from '../../src/source/read.js';
import { parts } from './parts.js';

const garbage = suite('texts that are no plan');

const pieces = [
  ...[
    '\n',
    '\n  ',
    '\n    ',
    ' ',
    '\t',
    '\r\n',
    '---',
    '...',
    '%YAML 1.1',
    '\0',
    '\ud800',
    '\uFEFF',
    '\u2028',
  ],
  ...[
    '- ',
    '? ',
    ': ',
    'a: ',
    ', ',
    '{',
    '}',
    '[',
    ']',
    '|',
    '>-',
    '# ',
    '"',
    "'",
    '\\',
    '\\u12',
    '@',
    '`',
    '<<: ',
  ],
  ...[
    '&a ',
    '*a',
    '*b',
    '!Ref ',
    '!',
    '!!',
    '!!int ',
    '!<x> ',
    '!GetAtt a.b',
    '${{',
    '}}',
    '${{ x }}',
    '$${{ y }}',
  ],
  ...['a', '1', '.nan', '0123', '99999999999999999999', 'true', '~', '"a"'],
];

garbage('garbage never throws, and every place lies in the text', () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (all) => harmless(all.join(''))),
    { numRuns: 300 },
  );
});

garbage('a plan with a few characters changed never throws', () => {
  const plan = readFileSync(new URL('../../fixtures/source/short-tags.yaml', import.meta.url), 'utf8');
  const change = fc.record({
    at: fc.nat(plan.length),
    removed: fc.nat(5),
    added: fc.oneof(fc.constant(''), fc.constantFrom(...pieces)),
  });
  const changes = fc.array(change, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(changes, (all) =>
      harmless(
        all.reduce(
          (text, { at, removed, added }) => text.slice(0, at) + added + text.slice(at + removed),
          plan,
        ),
      ),
    ),
    { numRuns: 300 },
  );
});

function harmless(source: string): void {
  const document = readDocument('plan.yaml', source);
  assert.ok(document.value !== undefined || document.problems.length > 0, source);
  for (const found of locate(document.problems, new Map([['plan.yaml', document]]))) {
    if (found.start === undefined || found.end === undefined) continue;
    assert.ok(found.start.offset <= found.end.offset, source);
    assert.ok(found.end.offset <= document.text.length, source);
    assert.ok(pretty([found]).includes('^'), source);
  }
  if (document.value === undefined) return;
  for (const [path] of parts(document.value)) {
    const [start, end] = document.range(path);
    assert.ok(0 <= start && start <= end && end <= document.text.length, source);
  }
}

garbage.run();
