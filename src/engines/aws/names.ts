import { environmentName } from '../../language/values.js';

/**
 * Names of what `plancc setup` makes once for an account and region, and `plancc env create` for each environment. The
 * templates of the framework and all who look for these things take them from here.
 */
export const accountStack = 'plancc';
export const notificationsQueue = 'plancc-notifications';
export const receiverFunction = 'plancc-receiver';
export const approvalsTopic = 'plancc-approvals';
export const cluster = 'plancc';

/** Bucket names are the same for all accounts: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const storeBucket = (account: string, region: string): string => `plancc-${account}-${region}`;

/** Names of the stacks of plans have two hyphens after it, those of stacks of environments `env` before it. */
export const environmentInAws = {
  pattern: '^(?=.{1,32}$)(?!env$)[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  expected: `${environmentName.expected}, no two hyphens in a row, none at the end, and not env`,
};
export const environmentStack = (environment: string): string => `plancc-env-${environment}`;
export const controllerFunction = (environment: string): string => `plancc-${environment}-controller`;
export const workerFunction = (environment: string): string => `plancc-${environment}-worker`;
/** The state machine that drives deployments. */
export const driverMachine = (environment: string): string => `plancc-${environment}-deploying`;
/** The queue and the task definition of the runner that states use which name none. */
export const defaultRunner = (environment: string): string => `plancc-${environment}-runner`;
/** The policies of an environment for people and programs; names of policies are the same in all regions. */
export const managedPolicy = (
  environment: string,
  region: string,
  who: 'viewer' | 'deployer' | 'approver',
): string => `plancc-${environment}-${region}-${who}`;

/** Where the programs of a version of plancc are in the store. */
export const frameworkKey = (digest: string, file: 'functions.zip' | 'runner.cjs'): string =>
  `framework/${digest}/${file}`;
