import type { FromSchema } from 'json-schema-to-ts';
import { arn, flag, name, path, property, stackParameters, texts } from '../fragments.js';
import { commands, jobProperties } from '../runner/schema.js';

export const schema = {
  type: 'object',
  required: ['Path'],
  atMostOne: [
    ['App', 'Assembly'],
    ['Assembly', 'Context'],
    ['Assembly', 'Build'],
  ],
  properties: {
    Path: property(path, 'The folder of the CDK app.', 'app'),
    App: property(
      name,
      'The command that starts the app; what `cdk.json` says if absent. Not with `Assembly`.',
      'node bin/app.js',
    ),
    Assembly: property(
      path,
      'A cloud assembly, relative to `Path`, that was synthesised before packaging. Its stacks and their outputs are then known, and nothing is synthesised when deploying. Not with `App`, `Build` or `Context`.',
      'cdk.out',
    ),
    Stacks: property(
      { ...texts, minItems: 1, expected: 'a list of at least one stack' },
      'The stacks to deploy, by the names `cdk list` shows; `*` stands for any part of a name. All stacks if absent.',
      ['Web'],
    ),
    Context: property({ type: 'object' }, 'Context values of the app.', {
      dbHost: '${{ States.Database.Endpoint }}',
    }),
    Parameters: property(
      { type: 'object', additionalProperties: stackParameters },
      'Values of stack parameters, by stack.',
      { Web: { Domain: '${{ Parameters.Domain }}' } },
    ),
    Build: property(commands, 'Commands that run in `Path` before the app is started.', ['npm ci']),
    ...jobProperties,
    RoleArn: property(
      arn,
      'The service role CloudFormation works with.',
      'arn:aws:iam::123456789012:role/cloudformation',
    ),
    Action: property(
      { enum: ['Deploy', 'Destroy'] },
      'Deploy the stacks or destroy them; `Deploy` if absent.',
    ),
    Exclusively: property(
      flag,
      'Whether only the stacks named in `Stacks` are deployed, without those they depend on; `false` if absent.',
    ),
  },
  additionalProperties: false,
} as const;

export const shellProperties = ['App', 'Build'] as const;

export type CdkProperties = FromSchema<typeof schema>;
