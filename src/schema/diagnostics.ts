import type { Schema } from '../language/schema.js';
import { manifest } from './manifest.js';
import { newsForms } from './news.js';
import { problem } from './problem.js';
import { results } from './results.js';

const forms = Object.entries(results).map(([command, schemas]): [string, Schema] => [
  command,
  { title: `plancc ${command} --json`, anyOf: schemas },
]);

/** What commands print with `--json`: their result, and the problems they found. */
export const diagnostics: Schema = {
  title: 'Diagnostics',
  description: 'The output of plancc with `--json`; what one command prints is `#/definitions/<command>`.',
  anyOf: forms.map(([command]) => ({ $ref: `#/definitions/${command}` })),
  definitions: { problem, manifest, news: newsForms, ...Object.fromEntries(forms) },
};
