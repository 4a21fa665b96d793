import type { ControlRequest } from '../../../environment/controller/control.js';
import type { DeploymentName } from '../../../environment/keys.js';

/** What an environment's controller function is called with. */
export type ControllerEvent =
  /** By the machine that drives deployments. */
  | ControlRequest
  /** By the receiver: an object was put, and who S3 says did so. */
  | { readonly put: { readonly key: string; readonly by: string; readonly at: string } }
  /** By the receiver: an execution has ended, and which deployment its input says it is of. */
  | { readonly ended: string; readonly of: DeploymentName }
  /** By a schedule. */
  | { readonly sweep: true };
