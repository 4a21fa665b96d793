import type { S3Client } from '@aws-sdk/client-s3';

/** A request to S3. */
export interface Sent {
  readonly operation: string;
  readonly key: string;
  /** Of its body. */
  readonly bytes: number;
}

/** Notes what is sent to S3; `fails` says which requests are cut. */
export function noteRequests(client: S3Client, fails: (sent: Sent) => boolean = () => false): Sent[] {
  const requests: Sent[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const { input } = args;
        const sent = {
          operation: commandName.replace(/Command$/, ''),
          key: 'Key' in input ? (input.Key ?? '') : '',
          bytes: 'Body' in input && Buffer.isBuffer(input.Body) ? input.Body.length : 0,
        };
        if (fails(sent)) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
        requests.push(sent);
        return next(args);
      },
    { step: 'initialize' },
  );
  return requests;
}

export const bytesOf = (requests: readonly Sent[]): number =>
  requests.reduce((sum, { bytes }) => sum + bytes, 0);
