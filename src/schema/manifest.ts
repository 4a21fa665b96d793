import { planParts } from '../language/plan-parts.js';
import type { Schema } from '../language/schema.js';
import { concurrency, planName, version } from '../language/values.js';

const texts = { type: 'object', additionalProperties: { type: 'string' } } as const;

/** `manifest.json` of a distribution. Later versions of plancc may add keys. */
export const manifest: Schema = {
  type: 'object',
  title: 'Manifest',
  description:
    'What a distribution of plancc consists of; its SHA-256 in canonical form (RFC 8785) is the id.',
  required: ['format', 'name', 'version', 'dependencies', 'parameters', 'compiler', 'files', 'assets'],
  properties: {
    format: { const: 1, description: 'The version of this format.' },
    name: { ...planName, description: 'The name of the plan.' },
    version: { ...version, description: 'The semantic version.' },
    description: { type: 'string', description: 'What it deploys.' },
    tags: { ...texts, description: 'Labels.' },
    dependencies: { ...texts, description: 'Other distributions with the range of their versions.' },
    parameters: {
      type: 'object',
      additionalProperties: { type: 'object' },
      description: 'The parameters as the plan declares them.',
    },
    outputs: {
      type: 'object',
      description:
        'The outputs as a payload template of Amazon States Language, over the payload at the end.',
      examples: [{ 'Endpoint.$': '$.output.Database.Endpoint' }],
    },
    concurrency: { ...concurrency, description: 'What a deployment does while another one runs.' },
    commit: { type: 'string', description: 'The commit of the source.' },
    compiler: { type: 'string', description: 'What built it.', examples: ['plancc 0.1.0'] },
    files: {
      type: 'array',
      description: 'Every entry of the zip but the manifest, in the order of the zip.',
      allOf: planParts.map((path) => ({
        contains: { type: 'object', required: ['path'], properties: { path: { const: path } } },
      })),
      items: {
        type: 'object',
        required: ['path', 'size', 'sha256', 'mode'],
        properties: {
          path: { type: 'string', minLength: 1, description: 'The name of the entry.' },
          size: { type: 'integer', minimum: 0, description: 'Bytes, uncompressed.' },
          sha256: {
            type: 'string',
            pattern: '^[0-9a-f]{64}$',
            expected: '64 lower-case hexadecimal digits',
            description: 'The digest of the uncompressed bytes.',
          },
          mode: { enum: ['0644', '0755'], description: 'Whether it can be executed.' },
        },
      },
    },
    assets: {
      type: 'array',
      description: 'Entries that a template wants in a bucket.',
      items: {
        type: 'object',
        required: ['template', 'pointer', 'path'],
        properties: {
          template: { type: 'string', description: "The template, relative to the project's root." },
          pointer: {
            type: 'array',
            items: { type: ['string', 'integer'] },
            description: 'The place in the template where the address of the entry goes.',
          },
          path: { type: 'string', description: 'The name of the entry.' },
        },
      },
    },
  },
};
