import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import manifest from '../../package.json' with { type: 'json' };
import { compile } from '../../src/compiler/index.js';
import { virtualProject } from '../../src/source/virtual.js';
import { blocksOf } from '../documents/blocks.js';
import { fixtures } from '../golden.js';
import { getLanguageService, TextDocument } from './editor/json-service.js';
import { type Settings, startLanguageServer } from './editor/language-server.js';

const guide = suite('docs/editors.md');

const root = join(fixtures, '..');
const blocks = blocksOf(readFileSync(join(root, 'docs/editors.md'), 'utf8'));
const block = (title: string) => blocks.find((one) => one.title === title)!.text;

/** The settings of a block for VS Code, where `yaml.customTags` is `customTags` of the section `yaml`. */
function settingsIn(title: string): Settings {
  const [[name, value]] = Object.entries(JSON.parse(block(title))) as [[string, unknown]];
  const [section, key] = name.split('.') as [string, string];
  return { [section]: { [key]: value } };
}

/** The problems that an editor with these settings shows in each of several texts, which may be of files. */
async function diagnose(settings: Settings, ...texts: readonly (readonly [text: string, file?: string])[]) {
  const editor = await startLanguageServer(settings, 'fixtures/schema-editor');
  const found = await Promise.all(texts.map((text) => editor.diagnose(...text))).finally(editor.close);
  return found.map((problems) => problems.map(({ message }) => message));
}

const tags = readFileSync(join(fixtures, 'schema-editor/tags.yaml'), 'utf8');

guide('with its tags, functions of CloudFormation are no problem; without, they are', async () => {
  const settings = settingsIn('.vscode/settings.json');
  const misspelt = tags.replace('FunctionName:', 'FunctionNam:');
  const found = await diagnose(settings, [tags], [misspelt]);
  assert.equal(found, [[], ['Property FunctionNam is not allowed.']]);
  const [without] = await diagnose({}, [tags]);
  assert.ok(without!.includes('Unresolved tag: !GetAtt'));
});

guide('every tag it names is tried, in a plan that is right', () => {
  const { yaml } = settingsIn('.vscode/settings.json') as { yaml: { customTags: readonly string[] } };
  for (const tag of yaml.customTags) assert.match(tags, `${tag.split(' ')[0]} `);
  const { problems } = compile({ file: 'plan.yaml', text: tags, project: virtualProject({}) });
  assert.equal(problems, []);
});

guide('other editors are given the same tags', () => {
  const quoted = (title: string) => block(title).match(/"!\w+(?: [\w:]+)?"/g);
  const expected = quoted('.vscode/settings.json');
  assert.ok(expected!.length > 12);
  for (const title of ['init.lua', '.helix/languages.toml']) assert.equal(quoted(title), expected, title);
});

guide('the setting that says which files are plans does', async () => {
  const title = '.vscode/settings.json, for all plans';
  const { yaml } = settingsIn(title) as { yaml: { schemas: { [schema: string]: readonly string[] } } };
  const [[schema, files]] = Object.entries(yaml.schemas) as [[string, readonly string[]]];
  const settings = { yaml: { schemas: { [schema.replace('.vscode/', 'schemas/')]: files } } };
  const all = [...files, 'other.yaml'].map((file): [string, string] => ['Nme: a\n', file]);
  const wrong = ['Property Nme is not allowed.'];
  assert.equal(await diagnose(settings, ...all), [...files.map(() => wrong), []]);
});

guide('so does that for plans in JSON', async () => {
  const [{ fileMatch, url }] = JSON.parse(block('.vscode/settings.json, for plans in JSON'))['json.schemas'];
  const text = readFileSync(join(root, url.replace('.vscode/', 'schemas/')), 'utf8');
  const service = getLanguageService({});
  service.configure({ schemas: [{ uri: url, fileMatch, schema: JSON.parse(text) }] });
  const document = TextDocument.create('file:///shop/plan.json', 'json', 1, '{ "Nme": "a" }');
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  assert.equal(
    found.map(({ message }) => message),
    ['Property Nme is not allowed.'],
  );
});

guide('the plan it begins with is right', async () => {
  const plan = block('plan.yaml').replace(/\$schema=\S+/, '$schema=../../schemas/plan.schema.json');
  const [right, wrong] = await diagnose({}, [plan], [plan.replace('Pass', 'Pas')]);
  assert.equal(right, []);
  assert.match(wrong!.join(), 'Value is not accepted');
});

guide('addresses in documents are those of this version', () => {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  const markdown = docs
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(root, 'docs', file), 'utf8'));
  const found = markdown.flatMap(
    (text) => text.match(/unpkg\.com\/plancc[^/]*\/|plancc-\d[^`]*?\.tgz/g) ?? [],
  );
  assert.ok(found.length > 4);
  for (const one of found)
    assert.ok([`unpkg.com/plancc@${manifest.version}/`, `plancc-${manifest.version}.tgz`].includes(one), one);
});

guide.run();
