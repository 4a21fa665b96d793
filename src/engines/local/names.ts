/** What stands for an account where there is none. */
export const localAccount = '000000000000';

export const localArn = (service: string, rest: string): string =>
  `arn:aws:${service}:local:${localAccount}:${rest}`;

export const workerArn = localArn('lambda', 'function:plancc-worker');
export const workerRoleArn = localArn('iam', 'role/plancc-worker');
export const controllerArn = localArn('lambda', 'function:plancc-controller');
export const driverMachine = 'plancc-deploying';
export const driverArn = localArn('states', `stateMachine:${driverMachine}`);

/** The store, as templates and states know it. */
export const storeAddress = {
  bucket: 'plancc-local',
  url: 'https://plancc-local.s3.local.amazonaws.com',
} as const;
