import type { FromSchema } from 'json-schema-to-ts';
import { arn, flag, name, path, property, scalars, stackParameters, text } from '../fragments.js';

export const stackName = property(name, 'The name of the stack.', '${{ Environment }}-webshop-database');

/** Settings of every state that makes one CloudFormation stack. */
export const stackSettings = {
  Parameters: property(
    stackParameters,
    'Values of the stack parameters. A list is handed over joined by commas.',
    { DbClass: '${{ Parameters.DbClass }}' },
  ),
  Tags: property(scalars, 'Tags of the stack, which CloudFormation gives to its resources.', {
    team: 'payments',
  }),
  Action: property(
    { enum: ['Deploy', 'Delete'] },
    'Create or update the stack, or delete it; `Deploy` if absent. Deleting a stack that is not there succeeds.',
  ),
  Region: property(text, "The region of the stack; the environment's own if absent.", 'us-east-1'),
  RoleArn: property(
    arn,
    'The service role CloudFormation works with.',
    'arn:aws:iam::123456789012:role/cloudformation',
  ),
  AssumeRoleArn: property(
    arn,
    'A role, mostly of another account, that is assumed for all work on the stack.',
    'arn:aws:iam::210987654321:role/deployer',
  ),
  Capabilities: property(
    {
      type: 'array',
      items: { enum: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'] },
    },
    'What CloudFormation may do without being asked; all three capabilities if absent.',
    ['CAPABILITY_IAM'],
  ),
  DisableRollback: property(flag, 'Whether a failed stack is left as it is; `false` if absent.'),
  TerminationProtection: property(
    flag,
    'Whether the stack is protected from being deleted; left as it is if absent.',
  ),
  Configuration: property(
    path,
    'A template-configuration file (JSON with `Parameters`, `Tags`, `StackPolicy`), as CodePipeline takes it. What stands in the plan comes before it.',
    'config/database.json',
  ),
} as const;

export const schema = {
  type: 'object',
  required: ['StackName', 'Template'],
  properties: {
    StackName: stackName,
    Template: property(path, 'The template: a file of the project.', 'templates/database.yaml'),
    ...stackSettings,
  },
  additionalProperties: false,
} as const;

export type CfnProperties = FromSchema<typeof schema>;
/** What the functions shared with `sam` need. */
export type StackProperties = Omit<CfnProperties, 'Template'>;
