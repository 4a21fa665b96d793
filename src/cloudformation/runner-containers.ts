import type { Json, JsonObject } from '../source/document.js';

/** Bring what the author's image need not have: Node.js, and the program that does the jobs. */
const images = {
  node: 'public.ecr.aws/docker/library/node:22-slim',
  program: 'public.ecr.aws/aws-cli/aws-cli:2.31.0',
} as const;

/** The container of the author's image, which is told what its host is for when it is started. */
export const authorsContainer = 'runner';

/** Where these are in every container. */
const volume = 'plancc';
const folder = '/plancc';

/** The program brought along, by the Node.js brought along, or by the image's own where that one does not run. */
const start = `${folder}/node --version >/dev/null 2>&1 && exec ${folder}/node ${folder}/runner.cjs; exec node ${folder}/runner.cjs`;

export interface RunnerContainers {
  readonly image: Json;
  /** S3 URI of the program that does the jobs. */
  readonly program: Json;
  /** Variables of the author's image, in their order. */
  readonly environment: readonly (readonly [name: string, value: Json])[];
  readonly logGroup: Json;
}

/**
 * `Volumes` and `ContainerDefinitions` of the task of a runner's host. Its image is the author's, with a shell and nothing else of
 * ours in it; containers beside it copy the rest to a shared volume, and end.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export function runnerContainers({ image, program, environment, logGroup }: RunnerContainers): JsonObject {
  const LogConfiguration = {
    LogDriver: 'awslogs',
    Options: {
      'awslogs-group': logGroup,
      'awslogs-region': { Ref: 'AWS::Region' },
      'awslogs-stream-prefix': 'plancc',
    },
  };
  const mounted = (ReadOnly: boolean) => [{ SourceVolume: volume, ContainerPath: folder, ReadOnly }];
  const bringing = (Name: keyof typeof images, more: JsonObject): JsonObject => ({
    Name,
    Image: images[Name],
    Essential: false,
    ...more,
    MountPoints: mounted(false),
    LogConfiguration,
  });
  return {
    Volumes: [{ Name: volume }],
    ContainerDefinitions: [
      bringing('node', { EntryPoint: ['cp'], Command: ['/usr/local/bin/node', `${folder}/node`] }),
      bringing('program', {
        Command: [
          's3',
          'cp',
          '--no-progress',
          '--region',
          { Ref: 'AWS::Region' },
          program,
          `${folder}/runner.cjs`,
        ],
      }),
      {
        Name: authorsContainer,
        Image: image,
        Essential: true,
        DependsOn: Object.keys(images).map((ContainerName) => ({ ContainerName, Condition: 'SUCCESS' })),
        EntryPoint: ['sh', '-c'],
        Command: [start],
        // What a job leaves behind ends as a child of the first process, which has to ask how.
        LinuxParameters: { InitProcessEnabled: true },
        MountPoints: mounted(true),
        Environment: environment.map(([Name, Value]) => ({ Name, Value })),
        LogConfiguration,
      },
    ],
  };
}
