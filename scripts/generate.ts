import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  catalogSchema,
  diagnosticsSchema,
  environmentsSchema,
  manifestSchema,
  mocksSchema,
  planSchema,
  simulationsSchema,
} from '../src/schema/published.js';
import { stateTypes } from '../src/states/index.js';
import { commandLineDocument } from './documents/command-line.js';
import { diagnosticsDocument } from './documents/diagnostics.js';
import { images } from './documents/images.js';
import { languageDocument } from './documents/language.js';
import { readme } from './documents/readme.js';
import { simulationsDocument } from './documents/simulations.js';
import { stateReadme, statesDocument } from './documents/states.js';
import { testingDocument } from './documents/testing.js';
import { heldModule } from './held.js';
import { validatorModule, validatorTypes } from './validators.js';

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** Files of the repository that are written by program, with their text. */
const generated: { readonly [file: string]: () => string } = {
  'schemas/plan.schema.json': () => json(planSchema()),
  'schemas/plan.catalog.schema.json': () => json(catalogSchema()),
  'schemas/manifest.schema.json': () => json(manifestSchema()),
  'schemas/mocks.schema.json': () => json(mocksSchema()),
  'schemas/simulations.schema.json': () => json(simulationsSchema()),
  'schemas/environments.schema.json': () => json(environmentsSchema()),
  'schemas/diagnostics.schema.json': () => json(diagnosticsSchema()),
  'README.md': readme,
  'docs/cli.md': commandLineDocument,
  'docs/diagnostics.md': diagnosticsDocument,
  'docs/language.md': languageDocument,
  'docs/simulations.md': simulationsDocument,
  'docs/states.md': statesDocument,
  'docs/testing.md': testingDocument,
  ...Object.fromEntries(
    stateTypes.map((state) => [`src/states/${state.type}/README.md`, () => stateReadme(state)]),
  ),
  ...images,
  'src/generated/held.ts': heldModule,
  'src/generated/validators.js': validatorModule,
  'src/generated/validators.d.ts': () => validatorTypes,
};

const stale = Object.entries(generated).flatMap(([file, make]) => {
  const text = make();
  return existsSync(file) && readFileSync(file, 'utf8') === text ? [] : [{ file, text }];
});

if (process.argv.includes('--check')) {
  for (const { file } of stale) console.error(`${file} is stale: run \`npm run generate\``);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const { file, text } of stale) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}
