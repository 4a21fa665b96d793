import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** One batch: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
const most = 10;

/** The key of a job, and the handle by which its message is held. */
export interface Message {
  readonly key: string;
  readonly handle: string;
}

/** The messages of a queue. Seconds are whole ones. */
export interface Messages {
  /** Waits as long for some when there are none. They are hidden from all others for the lease. */
  readonly receive: (waitSeconds: number, signal: AbortSignal) => Promise<readonly Message[]>;
  /** Hides messages for so long from now on; what cannot be hidden comes again. */
  readonly hide: (handles: readonly string[], seconds: number) => Promise<void>;
  readonly remove: (handle: string) => Promise<void>;
}

export const messagesOf = (
  sqs: Pick<SQSClient, 'send'>,
  QueueUrl: string,
  leaseSeconds: number,
): Messages => ({
  receive: async (waitSeconds, abortSignal) => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: most,
        WaitTimeSeconds: waitSeconds,
        VisibilityTimeout: leaseSeconds,
      }),
      { abortSignal },
    );
    return Messages.map(({ Body = '', ReceiptHandle = '' }) => ({ key: Body, handle: ReceiptHandle }));
  },
  hide: async (handles, seconds) => {
    for (let at = 0; at < handles.length; at += most) {
      const Entries = handles.slice(at, at + most).map((ReceiptHandle, index) => ({
        Id: String(index),
        ReceiptHandle,
        VisibilityTimeout: seconds,
      }));
      await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    }
  },
  remove: async (ReceiptHandle) => {
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  },
});
