import { field } from '../asl/states/values.js';
import { cpus } from '../cloudformation/fargate.js';
import { duration } from '../language/duration.js';
import type { Schema } from '../language/schema.js';
import { name, reference } from '../language/values.js';
import { scalars, texts } from '../states/fragments.js';
import { jobProperties } from '../states/runner/schema.js';

/** One of a plan's `Runners`: a container on AWS Fargate that runs the commands of `runner` and `cdk` states. */
export const runner: Schema = {
  type: 'object',
  description: 'A container that runs the commands of `runner` and `cdk` states.',
  required: ['Image'],
  properties: {
    Image: field(name, 'The container image.', 'public.ecr.aws/docker/library/node:22'),
    Role: field(
      name,
      'The ARN of the role the commands run with; it must trust `ecs-tasks.amazonaws.com`. A role of `Resources` is allowed what the runner itself needs; one from elsewhere has to be, and its path is `/plancc/<environment>/`. A role that plancc makes if absent, which may do nothing else.',
      { 'Fn::GetAtt': ['JobRole', 'Arn'] },
    ),
    Subnets: field(texts, 'The subnets it runs in.', ['${{ Parameters.SubnetA }}']),
    SecurityGroups: field(texts, 'The security groups it runs with.', ['sg-0123456789abcdef0']),
    AssignPublicIp: field(
      { enum: ['ENABLED', 'DISABLED'] },
      'Whether it gets a public address, which it needs in subnets that reach the internet by themselves; `DISABLED` if absent.',
      'ENABLED',
    ),
    IdleTimeout: field(duration, 'How long it stays when there is nothing to run.', '10m'),
    MaxConcurrency: field(
      { type: 'integer', minimum: 1, maximum: 100, expected: 'a whole number from 1 to 100' },
      'How many jobs it does at once, which share its processors and its memory; 4 if absent.',
      1,
    ),
    Startup: field({ type: 'array', items: { type: 'string' } }, 'Commands that run once, when it starts.', [
      'npm install -g liquibase',
    ]),
    Cpu: field(
      { anyOf: [{ enum: cpus }, reference], expected: `one of ${cpus.join(', ')}` },
      'CPU units of AWS Fargate; 1024, one CPU, if absent.',
      2048,
    ),
    Memory: field(
      {
        anyOf: [{ type: 'integer', minimum: 512 }, reference],
        expected: 'a whole number of MiB, such as 2048',
      },
      'Memory in MiB; the least that AWS Fargate has for `Cpu` if absent.',
      4096,
    ),
    Architecture: field(
      { enum: ['X86_64', 'ARM64'] },
      'The processor the image is built for; `X86_64` if absent.',
      'ARM64',
    ),
    Environment: field(
      { ...scalars, propertyNames: jobProperties.Environment.propertyNames },
      'Environment variables of every command. Not for secrets: these a job has in its own `Environment`.',
      { NODE_ENV: 'production' },
    ),
  },
  additionalProperties: false,
};
