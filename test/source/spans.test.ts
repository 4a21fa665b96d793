import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocument } from '../../src/source/read.js';

const spans = suite('spans of text');

/** Every character of the value, with the source it is said to come from. */
function characters(yaml: string): readonly (readonly [string, string])[] {
  const document = readDocument('plan.yaml', yaml);
  assert.equal(document.problems, [], yaml);
  const value = (document.value as { text: string }).text;
  return [...value].map((char) => {
    const at = value.indexOf(char);
    return [char, document.text.slice(...document.range(['text'], undefined, [at, at + char.length]))];
  });
}

function sourceOf(yaml: string, part: string): string {
  const document = readDocument('plan.yaml', yaml);
  const at = (document.value as { text: string }).text.indexOf(part);
  assert.not.equal(at, -1, `${part} is not in ${JSON.stringify(document.value)}`);
  return document.text.slice(...document.range(['text'], undefined, [at, at + part.length]));
}

const written: readonly (readonly [name: string, yaml: string])[] = [
  ['plain', 'text: abc${{ X }}\n'],
  ['plain over lines', 'text: a b\n  c\n\n  d\r\n\r\n\r\n  ef # no\n'],
  ['single-quoted', "text: 'a''b''''c d'\n"],
  ['single-quoted over lines', "text: 'a''b  \n\n   c''\n  d  '\n"],
  ['double-quoted', 'text: "a\\tb\\"c\\x41\\u0042\\U0001F600de\\\\f"\n'],
  ['double-quoted over lines', 'text: "a  \n  b\\\n   c\\ \n\n\n  d\\\r\n  e\r\n\r\n f "\n'],
  ['literal', 'text: |\n   ab\n     c\n\n   d\n\n'],
  ['literal, indentation given', 'text: |2-\n\n    ab\n  c\n'],
  ['literal, kept', 'text: |+ # note\n  ab\n  c\r\n\n\n'],
  ['folded', 'text: >\n  a b\n  c\n\n  d\n\n\n    e\n    f\n\n  g\n  \th\n'],
  ['folded, indentation given', 'text: >1-\n\n   ab\n c\n d\n'],
  ['after a tag and an anchor', 'text: !!str &a\n  abc\n'],
];

for (const [name, yaml] of written) {
  spans(name, () => {
    for (const [char, source] of characters(yaml)) {
      if (/[a-zA-Z{}$]/.test(char) && !source.startsWith('\\')) assert.is(source, char, yaml);
      else assert.ok(source.length > 0, `${JSON.stringify(char)} of ${yaml}`);
    }
  });
}

spans('an escape is one piece', () => {
  assert.is(sourceOf(String.raw`text: "x\u0041y"`, 'A'), String.raw`\u0041`);
  assert.is(sourceOf(String.raw`text: "x\u0041y"`, 'Ay'), String.raw`\u0041y`);
  assert.is(sourceOf("text: 'it''s'", "t'"), "t''");
});

spans('a reference in a tagged text', () => {
  const document = readDocument('plan.yaml', 'a: !Sub "x ${{ B }}"\nc: !GetAtt Queue.Arn\n');
  const part = document.range(['a', 'Fn::Sub'], undefined, [2, 9]);
  assert.is(document.text.slice(...part), '${{ B }}'.slice(0, 7));
  const attribute = document.range(['c', 'Fn::GetAtt', 1], undefined, [0, 1]);
  assert.is(document.text.slice(...attribute), 'A');
});

const styles = ['plain', 'single', 'double', 'literal', 'folded'] as const;
const lines = fc.array(fc.stringMatching(/^[a-z]( {0,2}[a-z'"\\$]){0,4}$/), { minLength: 1, maxLength: 5 });

function yamlOf(style: (typeof styles)[number], text: readonly string[], gaps: readonly number[]): string {
  const joined = text
    .map((line, index) => line + '\n'.repeat(gaps[index] ?? 1))
    .join('  ')
    .trimEnd();
  switch (style) {
    case 'plain':
      return `text: ${joined}\n`;
    case 'single':
      return `text: '${joined.replaceAll("'", "''")}'\n`;
    case 'double':
      return `text: "${joined.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\n`;
    case 'literal':
      return `text: |\n  ${joined}\n`;
    case 'folded':
      return `text: >\n  ${joined}\n`;
  }
}

spans('letters are found where they were written, in any style', () => {
  const input = [fc.constantFrom(...styles), lines, fc.array(fc.integer({ min: 1, max: 3 }))] as const;
  fc.assert(
    fc.property(...input, (style, text, gaps) => {
      const yaml = yamlOf(style, text, gaps);
      const document = readDocument('plan.yaml', yaml);
      const value = (document.value as { text: string }).text;
      const start = document.range(['text'])[0];
      const expected = [...yaml.slice(start)].flatMap((char, index) =>
        /[a-z]/.test(char) ? [start + index] : [],
      );
      const found = [...value].flatMap((char, index) =>
        /[a-z]/.test(char) ? [document.range(['text'], undefined, [index, index + 1])[0]] : [],
      );
      assert.equal(found, expected, yaml);
    }),
  );
});

spans.run();
