import type { JsonObject } from '../source/document.js';
import { logicalId, ownPrefix } from './logical-id.js';

/** Names of the parameters that the framework of the account fills in when it makes a plan's stack. */
export const ownParameterIds = {
  environment: `${ownPrefix}Environment`,
  worker: `${ownPrefix}WorkerArn`,
  workerRole: `${ownPrefix}WorkerRole`,
  permissionsBoundary: `${ownPrefix}PermissionsBoundary`,
  storeBucket: `${ownPrefix}StoreBucket`,
  runnerProgram: `${ownPrefix}RunnerProgram`,
} as const;

/** Their definitions. A template declares those it uses, and the environment always. */
export const ownParameters: { readonly [id: string]: JsonObject } = {
  [ownParameterIds.environment]: {
    Type: 'String',
    Description: 'Name of the environment the plan is deployed in',
    AllowedPattern: '^[a-z][a-z0-9-]{0,31}$',
  },
  [ownParameterIds.worker]: {
    Type: 'String',
    Description: 'ARN of the function that works for the states of plancc',
  },
  [ownParameterIds.workerRole]: {
    Type: 'String',
    Description: 'ARN of the role of that function',
  },
  [ownParameterIds.permissionsBoundary]: {
    Type: 'String',
    Description: 'ARN of the policy that bounds every role of the plan; empty for none',
  },
  [ownParameterIds.storeBucket]: {
    Type: 'String',
    Description: 'Name of the bucket with distributions, deployments and logs',
  },
  [ownParameterIds.runnerProgram]: {
    Type: 'String',
    Description: 'Key in that bucket of the program which runs the jobs of a runner',
  },
};

/** The template parameter through which a plan's stack is given the value of a parameter of the plan. */
export const parameterId = (parameter: string): string => logicalId('Parameter', parameter);

/** The ARN of the environment's worker function, as the plan's stack knows it. */
export const workerArn: JsonObject = { Ref: ownParameterIds.worker };
