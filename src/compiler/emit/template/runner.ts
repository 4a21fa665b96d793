import { name, scalars, texts } from '../../../states/fragments.js';

/**
 * Memory in MiB that Fargate has for CPU units.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 */
const sizes = {
  256: [512, 1024, 2048],
  512: steps(1024, 4096, 1024),
  1024: steps(2048, 8192, 1024),
  2048: steps(4096, 16_384, 1024),
  4096: steps(8192, 30_720, 1024),
  8192: steps(16_384, 61_440, 4096),
  16384: steps(32_768, 122_880, 8192),
} as const;

type Cpu = keyof typeof sizes;

function steps(from: number, to: number, by: number): readonly number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, index) => from + index * by);
}

export const defaultCpu = 1024;

export const isCpu = (value: unknown): value is Cpu => typeof value === 'number' && value in sizes;

/** Sizes of memory in MiB that a task of these CPU units may have, ascending. */
export const memorySizes = (cpu: Cpu): readonly number[] => sizes[cpu];

const reference = { type: 'string', pattern: '\\$\\{\\{' } as const;

const duration = {
  anyOf: [{ type: 'string', pattern: '^[1-9][0-9]{0,4}[smh]$' }, reference],
  expected: 'a number of seconds, minutes or hours such as `90s`, `10m`, `2h`',
} as const;

/** JSON Schema (draft-07) of one entry of `Runners`. */
export const runnerSchema = {
  type: 'object',
  title: 'Runner',
  description:
    'Where jobs run: a container on AWS Fargate that is started when there is a job for it, takes one job after the other, and ends when there has been none for a while.',
  required: ['Image'],
  additionalProperties: false,
  properties: {
    Image: {
      ...name,
      description:
        'The container image with the tools that the jobs need. plancc brings its own program beside it.',
      examples: ['public.ecr.aws/docker/library/node:22'],
    },
    Role: {
      ...name,
      description:
        'ARN of the role that the jobs have. It must trust `ecs-tasks.amazonaws.com`. A role of `Resources` gets what the runner itself needs in a policy of its own; any other must allow it. Without `Role` the jobs have no permissions but those.',
      examples: ['!GetAtt JobRole.Arn'],
    },
    Subnets: {
      ...texts,
      description: 'Subnets the container runs in. Without them: those of the environment.',
      examples: [['${{ Parameters.SubnetA }}', '${{ Parameters.SubnetB }}']],
    },
    SecurityGroups: {
      ...texts,
      description: 'Security groups of the container. Without them: those of the environment.',
      examples: [['${{ Parameters.SecurityGroup }}']],
    },
    IdleTimeout: {
      ...duration,
      default: '10m',
      description: 'How long the container waits for another job before it ends: `90s`, `10m`, `2h`.',
      examples: ['10m'],
    },
    Startup: {
      ...texts,
      description: 'Shell commands that run once when the container starts, before its first job.',
      examples: [['npm install -g liquibase']],
    },
    Cpu: {
      anyOf: [{ enum: Object.keys(sizes).map(Number) }, reference],
      expected: `one of ${Object.keys(sizes).join(', ')}`,
      default: defaultCpu,
      description: 'CPU units, 1024 for one virtual CPU.',
      examples: [2048],
    },
    Memory: {
      anyOf: [{ type: 'integer', minimum: 512, maximum: 122_880 }, reference],
      expected: 'a number of MiB',
      description: 'Memory in MiB. Without it: the least that Fargate has for `Cpu`.',
      examples: [4096],
    },
    Architecture: {
      enum: ['X86_64', 'ARM64'],
      default: 'X86_64',
      description: 'Processor that the image is built for.',
    },
    Environment: {
      ...scalars,
      // Names of variables of a shell; those that begin with PLANCC_ are set by plancc.
      propertyNames: { pattern: '^(?!PLANCC_)[A-Za-z_][A-Za-z0-9_]*$' },
      description:
        'Environment variables of all jobs. Not for secrets: give these to a job in its own `Environment`.',
      examples: [{ NODE_OPTIONS: '--max-old-space-size=2048' }],
    },
  },
} as const;

/** Fields of a runner that are part of the stack; all others travel with each job. */
export const stackFields = ['Image', 'Role', 'Cpu', 'Memory', 'Environment'] as const;
