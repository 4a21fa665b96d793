import { readFileSync } from 'node:fs';
import { defineCommand, exitCodes } from '../command.js';
import { installed } from '../installed.js';
import { give } from '../report.js';

const files: { readonly [document: string]: string } = {
  plan: 'schemas/plan.schema.json',
  mocks: 'schemas/mocks.schema.json',
  simulations: 'schemas/simulations.schema.json',
  environments: 'schemas/environments.schema.json',
  manifest: 'schemas/manifest.schema.json',
  diagnostics: 'schemas/diagnostics.schema.json',
  catalog: 'schemas/plan.catalog.schema.json',
};

export const schema = defineCommand({
  name: 'schema',
  describe: 'Print a JSON Schema: of plans and what is beside them, of output with --json',
  operands: [
    {
      name: 'document',
      default: 'plan',
      choices: Object.keys(files),
      describe:
        'What the schema is of; catalog is that of plans for a public catalogue, open to later versions',
    },
  ],
  options: {},
  examples: [
    ['schema > plan.schema.json', 'The schema of this version, for an editor without a network'],
    ['schema diagnostics', 'What validate --json, build --json and the others write'],
  ],
  run: async ([document = 'plan'], _options, terminal) => {
    give(readFileSync(installed(files[document]!), 'utf8'), terminal);
    return exitCodes.ok;
  },
});
