/** What stands for an account and a region where there is neither. */
const arn = (service: string, rest: string): string => `arn:aws:${service}:local:000000000000:${rest}`;

export const workerArn = arn('lambda', 'function:plancc-worker');
export const controllerArn = arn('lambda', 'function:plancc-controller');
export const driverName = 'plancc-deploying';
export const driverArn = arn('states', `stateMachine:${driverName}`);

/** The store, as templates and states know it. */
export const storeAddress = {
  bucket: 'plancc-local',
  url: 'https://plancc-local.s3.local.amazonaws.com',
} as const;
