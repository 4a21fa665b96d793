import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { planNameFrom } from '../../src/cli/init/plan-name.js';
import { withValue } from '../../src/cli/init/plan-text.js';
import { planName } from '../../src/language/values.js';

const names = suite('names that plancc init makes');

const examples: { readonly [folder: string]: string | undefined } = {
  webshop: 'webshop',
  'My Shop': 'my-shop',
  été_2: 'ete-2',
  Größe: 'grosse',
  SMØRREBRØD: 'smorrebrod',
  'Łódź Œuvre': 'lodz-oeuvre',
  '2024-shop': 'shop',
  'shop.': 'shop',
  '@acme/shop': 'acme-shop',
  [`${'a'.repeat(62)}-b`]: 'a'.repeat(62),
  ｓｈｏｐ: 'shop',
  '123': undefined,
  日本: undefined,
  '': undefined,
};

names('of folders', () => {
  for (const [folder, expected] of Object.entries(examples))
    assert.is(planNameFrom(folder), expected, folder);
});

names('are valid, and stay as they are when they were', () => {
  const pattern = new RegExp(planName.pattern);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (folder) => {
      const name = planNameFrom(folder);
      if (name === undefined) return;
      assert.match(name, pattern);
      assert.is(planNameFrom(name), name);
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]([a-z0-9-]{0,60}[a-z0-9])?$/), (name) =>
      assert.is(planNameFrom(name)?.length, name.replace(/-+/g, '-').length),
    ),
  );
});

names('are put into YAML as text, whatever they look like; all else stays', () => {
  const text = '# first\nName: old # last\n\nStates: { A: [ 1,2 ] }\n';
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom('null', 'true', 'y', '1e3', '- a', 'a: b', '#', ''), fc.string()),
      (name) => {
        const written = withValue(text, ['Name'], name);
        assert.is(parse(written).Name, name);
        if (/^[\w-]+$/.test(name))
          assert.is(written.split('\n').slice(2).join('\n'), text.split('\n').slice(2).join('\n'));
      },
    ),
  );
});

names.run();
