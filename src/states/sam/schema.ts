import type { FromSchema } from 'json-schema-to-ts';
import { stackName, stackSettings } from '../cfn/schema.js';
import { path, property } from '../fragments.js';

export const schema = {
  type: 'object',
  required: ['Path', 'StackName'],
  properties: {
    Path: property(path, 'The folder of the SAM application.', 'service'),
    StackName: stackName,
    Template: property(path, 'The template, relative to `Path`; `template.yaml` if absent.', 'template.yml'),
    BuildDir: property(
      path,
      'Where `sam build` leaves its result, relative to `Path`; `.aws-sam/build` if absent. When it is there, its `template.yaml` is the one deployed.',
      'build',
    ),
    ...stackSettings,
  },
  additionalProperties: false,
} as const;

export type SamProperties = FromSchema<typeof schema>;
