import { Ajv, type SchemaObject } from 'ajv';
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { canonical } from '../../src/distribution/canonical.js';
import { readDistribution } from '../../src/distribution/read.js';
import { manifestSchema } from '../../src/schema/published.js';
import type { Json } from '../../src/source/document.js';
import { manifestFor, manifestPart, ofThePlan, part, saved, zipOf } from './hostile.js';
import { told } from './project.js';

const manifests = suite('manifests');

const a = part('files/a.txt', 'a');
const held = [...ofThePlan, a];
const good = manifestFor(held);

const read = async (text: string) =>
  told(await readDistribution(saved(zipOf([part('manifest.json', text), ...held]))));

manifests('are canonical JSON as RFC 8785 shows it', () => {
  // Its example, https://www.rfc-editor.org/rfc/rfc8785#section-3.2.2
  const example: Json = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  );
  assert.is(
    canonical(example),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  // Keys by UTF-16 code units, https://www.rfc-editor.org/rfc/rfc8785#section-3.2.3
  assert.is(
    canonical({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }),
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  );
});

manifests('have one canonical form, which means the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false } as fc.JsonSharedConstraints), (value) => {
      const text = canonical(value as Json);
      assert.equal(JSON.parse(text), JSON.parse(JSON.stringify(value)));
      assert.is(canonical(JSON.parse(text)), text);
    }),
  );
});

manifests('that are not in canonical form are refused', async () => {
  const cases: { readonly [reason: string]: string } = {
    'is not JSON': '{',
    'is not in canonical form (RFC 8785)': JSON.stringify(good, null, 2),
    'is nested too deeply': '['.repeat(100_000) + ']'.repeat(100_000),
    'is not an object': '[]',
  };
  for (const [reason, text] of Object.entries(cases)) {
    assert.equal(await read(text), [`PLAN6111 the manifest ${reason}`]);
  }
});

manifests('with malformed fields are refused, as the published schema has it', async () => {
  const isManifest = new Ajv({
    allowUnionTypes: true,
    keywords: ['markdownDescription', 'patternErrorMessage'],
  }).compile(manifestSchema() as SchemaObject);
  assert.ok(isManifest(good), JSON.stringify(isManifest.errors));
  const wrong: readonly (readonly [string, ...Json[]])[] = [
    ['name', '../x', '', null],
    ['version', 1, 'x', '', '1.0', 'v1.0.0', '01.0.0', '1.0.0\n', '1.0.0\u001b[31m'],
    ['description', 1],
    ['tags', { team: 1 }, []],
    ['dependencies', [], null, { network: 2 }],
    ['parameters', null, [], { Size: 'String' }, { Size: null }],
    ['outputs', 'x'],
    ['concurrency', 'hurry', 1],
    ['commit', 1],
    ['compiler', null],
    ['files', {}, 'x'],
    ['assets', {}, [{ template: 'a', pointer: [null], path: 'b' }], [{ template: 'a', path: 'b' }]],
  ];
  for (const [field, ...values] of wrong) {
    for (const value of values) {
      const manifest = { ...good, [field]: value };
      assert.equal(await read(canonical(manifest)), [`PLAN6111 the manifest has no valid \`${field}\``]);
      assert.not(isManifest(manifest), `${field}: ${JSON.stringify(value)}`);
    }
  }
  for (const { name } of ofThePlan) {
    const listed = (good.files as { path: string }[]).filter(({ path }) => path !== name);
    assert.equal(await read(canonical({ ...good, files: listed })), [
      `PLAN6111 the manifest does not list \`${name}\``,
    ]);
    assert.not(isManifest({ ...good, files: listed }));
  }
});

manifests('that name an asset which is not there are refused', async () => {
  const text = canonical({ ...good, assets: [{ template: 'a', pointer: [], path: 'files/b' }] });
  assert.equal(await read(text), ['PLAN6111 the manifest names the asset `files/b`, which is not there']);
});

manifests('with a malformed file are refused', async () => {
  const files = good.files as { readonly [key: string]: Json }[];
  const wrong: { readonly [key: string]: Json }[] = [
    { path: '../a' },
    { path: null },
    { size: -1 },
    { size: 1.5 },
    { size: '1' },
    { sha256: 'A'.repeat(64) },
    { sha256: null },
    { mode: '0777' },
  ];
  for (const field of wrong) {
    const text = canonical({ ...good, files: [...files.slice(0, -1), { ...files.at(-1), ...field }] });
    assert.equal(await read(text), ['PLAN6111 the manifest has no valid `files`']);
  }
  assert.equal(await read(canonical({ ...good, files: [...files, files[0]!] })), [
    'PLAN6118 the order of the entries is not as plancc writes it: another program changed the zip, or it is damaged',
  ]);
});

manifests('of another format are refused by name, with newer fields or without', async () => {
  assert.equal(await read(canonical({ ...good, format: 2 })), [
    'PLAN6112 the manifest has format 2; this plancc reads format 1',
  ]);
  assert.equal(await read('{}'), ['PLAN6112 the manifest has format none; this plancc reads format 1']);
  assert.equal(await read(canonical({ ...good, signature: 'x' })), ['no problems']);
});

manifests('are held to a size', async () => {
  const large = part('manifest.json', ' '.repeat((64 << 20) + 1));
  assert.equal(told(await readDistribution(saved(zipOf([large])))), [
    'PLAN6119 the manifest takes 67,108,865 bytes; plancc reads up to 67,108,864',
  ]);
});

manifests('that are damaged are refused', async () => {
  const damaged = { ...manifestPart(good), crc: 1 };
  assert.equal(told(await readDistribution(saved(zipOf([damaged, ...held])))), [
    'PLAN6116 the data of `manifest.json` are damaged',
  ]);
});

manifests.run();
