import { approvalsTopic } from '../../engines/aws/names.js';
import { arn } from '../arns.js';
import { allow, type Statement } from '../policy.js';

/** Lets others be told of deployments. */
export const telling: readonly Statement[] = [
  allow('events:PutEvents', arn('events', 'event-bus/default'), {
    StringEquals: { 'events:source': 'plancc.deployment' },
  }),
  allow('sns:Publish', arn('sns', approvalsTopic)),
];
