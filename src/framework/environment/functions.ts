import { Fn, type Stack } from 'aws-cdk-lib';
import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { controllerFunction, frameworkKey, workerFunction } from '../../engines/aws/names.js';
import { storeName } from '../arns.js';
import { functionDefaults } from '../function-defaults.js';
import { environment, tags } from './own.js';

interface Given {
  readonly role: CfnRole;
  readonly logGroup: CfnLogGroup;
  readonly variables: { readonly [name: string]: string };
}

/** A MiB more is a bit of a processor more: starting takes most of what a call takes. */
const memorySize = 1024;

/** Its steps are short; those that have to wait are called again. */
export const createController = (stack: Stack, given: Given): CfnFunction =>
  create(stack, 'Controller', given, {
    functionName: Fn.sub(controllerFunction(environment)),
    description: 'Receives the requests and decisions of the environment, and drives its deployments',
    timeout: 300,
  });

/** It may have to copy assets of hundreds of megabytes to another region. */
export const createWorker = (stack: Stack, given: Given): CfnFunction =>
  create(stack, 'Worker', given, {
    functionName: Fn.sub(workerFunction(environment)),
    description: 'Works for the states of plans in the environment',
    timeout: 900,
  });

const create = (
  stack: Stack,
  id: 'Controller' | 'Worker',
  { role, logGroup, variables }: Given,
  own: { readonly functionName: string; readonly description: string; readonly timeout: number },
): CfnFunction =>
  new CfnFunction(stack, id, {
    ...functionDefaults,
    ...own,
    handler: `${id.toLowerCase()}.handler`,
    code: { s3Bucket: storeName, s3Key: Fn.sub(frameworkKey('${Code}', 'functions.zip')) },
    role: role.attrArn,
    memorySize,
    environment: { variables },
    loggingConfig: { logGroup: logGroup.ref },
    tags,
  });
