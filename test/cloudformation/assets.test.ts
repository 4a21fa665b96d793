import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assetProperties } from '../../src/cloudformation/asset-properties.js';
import { readTemplate } from '../../src/cloudformation/read-template.js';
import type { Json } from '../../src/source/document.js';
import { virtualProject } from '../../src/source/virtual.js';

const assets = suite('files that a template names');

const files = { 'code/index.mjs': '', 'inner.yaml': 'Resources: { A: { Type: B::C::D } }' };

/** Properties with a value at a path, in which `*` stands for the key `Any`. */
const nest = (path: readonly string[], value: Json): Json =>
  path.reduceRight<Json>((inner, key) => ({ [key === '*' ? 'Any' : key]: inner }), value);

const templateOf = (Type: string, Properties: Json) =>
  readTemplate(
    virtualProject({
      ...files,
      'stacks/t.json': JSON.stringify({
        Transform: 'AWS::Serverless-2016-10-31',
        Resources: { It: { Type, Properties } },
      }),
    }),
    'stacks/t.json',
  )!;

for (const [type, properties] of Object.entries(assetProperties)) {
  for (const { path, content } of properties) {
    const pointer = ['Resources', 'It', 'Properties', ...path.map((key) => (key === '*' ? 'Any' : key))];

    assets(`${type} ${path.join('.')}: a file`, () => {
      const { assets, problems } = templateOf(type, nest(path, '../inner.yaml'));
      const form = { code: 'zip', any: 'file', template: 'template' }[content];
      assert.equal(problems, []);
      assert.equal(assets, [{ pointer, path: 'inner.yaml', form }]);
    });

    assets(`${type} ${path.join('.')}: a folder`, () => {
      const { assets, problems } = templateOf(type, nest(path, '../code/'));
      if (content === 'template') assert.is(problems[0]!.code, 'PLAN3013');
      else assert.equal(assets, [{ pointer, path: 'code', form: 'zip' }]);
    });

    assets(`${type} ${path.join('.')}: what is not local`, () => {
      const elsewhere = [
        's3://bucket/key',
        'https://host/x',
        '{{resolve:ssm:x}}',
        { Ref: 'X' },
        { Bucket: 'b' },
      ];
      for (const value of elsewhere) {
        const { assets, problems } = templateOf(type, nest(path, value));
        assert.equal([assets, problems], [[], []]);
      }
    });
  }
}

assets('a folder that is implied is that of the template', () => {
  const { assets } = templateOf('AWS::Lambda::Function', {});
  assert.equal(assets, [{ pointer: ['Resources', 'It', 'Properties', 'Code'], path: 'stacks', form: 'zip' }]);
  assert.equal(templateOf('AWS::ApiGateway::RestApi', {}).assets, []);
  assert.equal(templateOf('AWS::Serverless::Function', { InlineCode: 'x' }).assets, []);
  assert.equal(templateOf('AWS::Serverless::Function', { PackageType: 'Image' }).assets, []);
});

assets.run();
