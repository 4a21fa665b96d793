import { deploymentIn } from '../../../environment/deployment-in.js';
import { parseDecisionKey, parseRequestKey } from '../../../environment/keys.js';
import { jsonIn } from '../../../language/json.js';
import type { ControllerEvent } from './events.js';

/** Messages of the queue that S3 notifies, or what EventBridge tells of an execution that has ended. */
export interface ReceiverEvent {
  /** https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
  readonly Records?: readonly {
    readonly messageId: string;
    readonly body: string;
    readonly eventSourceARN?: string;
  }[];
  /** https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
  readonly detail?: { readonly executionArn: string; readonly input?: string | null };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
interface Notification {
  readonly Records?: readonly {
    readonly eventTime: string;
    readonly userIdentity: { readonly principalId: string };
    readonly s3: { readonly object: { readonly key: string; readonly size?: number } };
  }[];
}

/** Calls the controller of an environment. Rejects when it fails. */
export type Call = (environment: string, event: ControllerEvent) => Promise<void>;

/** Hands on what has happened to the controller it concerns. What could not be handed on is given, to be delivered again. */
export async function received(
  { Records = [], detail }: ReceiverEvent,
  call: Call,
  log: (what: string) => void,
) {
  if (detail !== undefined) {
    // Of a large input there is nothing in the event; the sweep then sees what has ended.
    const of = deploymentIn(jsonIn(detail.input ?? ''));
    if (of !== undefined) await call(of.environment, { ended: detail.executionArn, of });
  }
  const failed = await Promise.all(
    Records.map(async ({ messageId, body }) => {
      try {
        await notified(body, call, log);
        return [];
      } catch (error) {
        log(`${body}\n${error}`);
        return [{ itemIdentifier: messageId }];
      }
    }),
  );
  return { batchItemFailures: failed.flat() };
}

/** Bytes of what no controller could hold in its memory; what is smaller it answers. */
const largest = 64 << 20;

/** The test that S3 sends when it is told of the queue has no records. */
async function notified(body: string, call: Call, log: (what: string) => void): Promise<void> {
  const { Records = [] } = (jsonIn(body) ?? {}) as Notification;
  for (const { eventTime, userIdentity, s3 } of Records) {
    const key = decoded(s3.object.key);
    const named = parseRequestKey(key) ?? parseDecisionKey(key);
    const by = userIdentity.principalId.replace(/^AWS:/, '');
    if (named === undefined) continue;
    if ((s3.object.size ?? 0) > largest) log(`${key} has ${s3.object.size} bytes, and is left alone`);
    else await call(named.environment, { put: { key, by, at: new Date(eventTime).toISOString() } });
  }
}

/** Keys are encoded as in the query of a URL. */
const decoded = (key: string): string => decodeURIComponent(key.replaceAll('+', ' '));
