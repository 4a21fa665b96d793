import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { documentedPrefixes } from './documented.js';
import { emptyLine, serviceLine } from './line.js';
import type { Model } from './model.js';
import { errorPrefix } from './names.js';

// Writes `data/aws-services.txt` from the models of botocore (Apache-2.0), by hand, when they are to be renewed:
// `npx tsx scripts/services/index.ts <…/site-packages/botocore/data> <month of that botocore, such as 2026-05>`.
const [folder, month] = process.argv.slice(2);
if (folder === undefined || !/^\d{4}-\d{2}$/.test(month ?? '') || !existsSync(join(folder, 's3'))) {
  console.error('give the folder `botocore/data`, and the month it is of');
  process.exit(2);
}
const [, version] = readFileSync(join(folder, '../__init__.py'), 'utf8').match(/__version__ = '([^']+)'/)!;

/** The newest description of a service; undefined where a folder holds something else. */
function modelIn(path: string): Model | undefined {
  if (!existsSync(path) || basename(path).includes('.')) return undefined;
  const newest = readdirSync(path).sort().at(-1)!;
  const file = join(path, newest, 'service-2.json.gz');
  return existsSync(file) ? JSON.parse(gunzipSync(readFileSync(file)).toString()) : undefined;
}

const nameOf = ({ metadata }: Model): string => errorPrefix(metadata.serviceId).toLowerCase();

const found = readdirSync(folder).flatMap((name) => {
  const model = modelIn(join(folder, name));
  return model === undefined ? [] : [{ name, model }];
});
const models = new Map(found.map(({ model }) => [nameOf(model), model]));

/** Names by which the service is known elsewhere: to the command line, in host names. Without those of several services. */
function aliasesOf(service: string): readonly string[] {
  const of = (own: (typeof found)[number]) => [own.name, own.model.metadata.endpointPrefix];
  const others = new Set(found.filter(({ model }) => nameOf(model) !== service).flatMap(of));
  const names = found.filter(({ model }) => nameOf(model) === service).flatMap(of);
  return [...new Set(names)].filter(
    (name) => !others.has(name) && !models.has(name.replace(/[^a-z0-9]/g, '')) && /^[a-z0-9-]+$/.test(name),
  );
}

const documented = new Set(documentedPrefixes.map((prefix) => prefix.toLowerCase()));
const lines = [
  ...[...models].map(([name, model]) => serviceLine(model, aliasesOf(name), documented.has(name))),
  ...documentedPrefixes.filter((prefix) => !models.has(prefix.toLowerCase())).map(emptyLine),
].sort();
writeFileSync(
  'data/aws-services.txt',
  [
    `# Names from the models of botocore ${version}, Copyright Amazon.com, Apache-2.0, ${month}`,
    ...lines,
    '',
  ].join('\n'),
);
