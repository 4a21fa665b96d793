import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseText, wholeReference } from '../../src/language/text.js';

const text = suite('text with references');

/** One line a segment: enough to compare whole results at a glance. */
const show = (written: string): readonly string[] =>
  parseText(written).map((segment) => {
    if (segment.kind === 'text') return segment.text;
    if (segment.kind === 'malformed') return `! ${segment.reason} @${written.slice(...segment.span)}`;
    const { root, parts } = segment.reference;
    return `<${[root, ...parts.map((part) => part.key)].map((key) => JSON.stringify(key)).join(' ')}>`;
  });

const cases: readonly (readonly [written: string, ...expected: readonly string[]])[] = [
  ['plain', 'plain'],
  [''],
  ['${{ Environment }}', '<"Environment">'],
  ['${{Environment}}', '<"Environment">'],
  ['${{ States.Database.Endpoint }}', '<"States" "Database" "Endpoint">'],
  ['${{ States["Smoke test"].ok }}', '<"States" "Smoke test" "ok">'],
  [
    "${{ States['it''s'] }}",
    "! only names joined by `.`, `[\"name\"]` and `[0]` may stand in a reference @['it''s'] ",
  ],
  ["${{ States['it\\'s'].ok }}", '<"States" "it\'s" "ok">'],
  ['${{ States["a }} b"].ok }}', '<"States" "a }} b" "ok">'],
  ['${{ States.Übung.größe }}', '<"States" "Übung" "größe">'],
  ['${{ Dependencies.my-network.VpcId }}', '<"Dependencies" "my-network" "VpcId">'],
  ['${{ States.Edge[0].App.Url }}', '<"States" "Edge" 0 "App" "Url">'],
  ['a ${{ Environment }} b', 'a ', '<"Environment">', ' b'],
  ['${{ Item }}${{ Index }}', '<"Item">', '<"Index">'],
  ['$${{ github.sha }}', '${{ github.sha }}'],
  ['cost $${{x}} and ${{ Environment }}', 'cost ${{x}} and ', '<"Environment">'],
  ['${HOME} $(pwd) $$', '${HOME} $(pwd) $$'],
  ['${{ Environment', '! `${{` is not closed by `}}` @${{ Environment'],
  ['${{ }}', '! a reference starts with a name such as `States` or `Parameters` @'],
  ['${{ a + b }}', '! only names joined by `.`, `["name"]` and `[0]` may stand in a reference @+ b '],
];

for (const [written, ...expected] of cases) {
  text(JSON.stringify(written), () => assert.equal(show(written), expected));
}

text('a whole reference may have spaces around it, text may not', () => {
  assert.is(wholeReference(' ${{ Environment }}\n')?.root, 'Environment');
  assert.is(wholeReference('x${{ Environment }}'), undefined);
  assert.is(wholeReference('${{ Environment'), undefined);
});

text('any text is read without failing, and text without references stays as it is', () => {
  const characters = fc.constantFrom('$', '{', '}', '[', ']', '"', "'", '.', 'a', ' ', '\\');
  fc.assert(
    fc.property(fc.string({ unit: characters }), (written) => {
      const shown = show(written);
      if (!written.includes('${{')) assert.equal(shown, written === '' ? [] : [written]);
    }),
  );
});

text('names with any character can be quoted', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(1000), (name, index) => {
      const quoted = `"${name.replace(/[\\"]/g, '\\$&')}"`;
      const [segment, ...rest] = parseText(`\${{ States[${quoted}][${index}] }}`);
      assert.is(rest.length, 0);
      if (segment?.kind !== 'reference') return assert.unreachable(`${quoted} was not read`);
      assert.equal(
        segment.reference.parts.map((part) => part.key),
        [name, index],
      );
    }),
  );
});

text.run();
