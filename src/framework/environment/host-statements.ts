import { deploymentsPrefix } from '../../environment/keys.js';
import { storedArn } from '../arns.js';
import { allow, type Statement } from '../policy.js';
import { environment } from './own.js';
import { jobs, keys, versions } from './store-statements.js';

/** Lets the host of a runner take jobs out of a queue. */
export const hostQueue = (queue: string): Statement =>
  allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'], queue);

/** What the host of a runner needs of the store: its program, jobs, what they are made of, and their logs. */
export const hostObjects: readonly Statement[] = [
  allow('s3:GetObject', [
    storedArn('framework/*'),
    ...versions,
    storedArn(`${deploymentsPrefix(environment)}*`),
    jobs,
  ]),
  allow('s3:PutObject', [jobs, storedArn(`logs/${environment}/*`)]),
  allow('s3:DeleteObject', jobs),
  keys,
];

/** Lets states be answered, by whoever was given their token; inside a Distributed Map they are those of its label. */
export const taskTokens = (...machines: readonly string[]): Statement =>
  allow(['states:SendTaskSuccess', 'states:SendTaskFailure', 'states:SendTaskHeartbeat'], machines);
