import {
  controllerFunction,
  defaultRunner,
  driverMachine,
  notificationsQueue,
  receiverFunction,
} from '../engines/aws/names.js';
import { deadQueue } from './queue.js';

export const deadNotifications = deadQueue(notificationsQueue);
export const receiverErrors = `${receiverFunction}-errors`;

/** Those of an environment. */
export const driverFailures = (environment: string): string => `${driverMachine(environment)}-failed`;
export const sweepFailures = (environment: string): string => `${controllerFunction(environment)}-sweep`;
export const deadJobs = (environment: string): string => deadQueue(defaultRunner(environment));
