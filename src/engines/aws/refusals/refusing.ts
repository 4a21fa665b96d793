import type { __Client, STSClientResolvedConfig } from '@aws-sdk/client-sts';
import { refusalOf } from './index.js';
import type { Asking } from './refusal.js';

/** A client of any service. */
export type Refusable<I extends object, O extends { readonly $metadata: object }> = Pick<
  __Client<
    { readonly requestTimeout?: number },
    I,
    O,
    Pick<STSClientResolvedConfig, 'requestHandler' | 'apiVersion'>
  >,
  'middlewareStack'
>;

/** Has a client throw a `StoreError` for what AWS refuses whoever asks, and for AWS that cannot be asked. */
export function refusing<I extends object, O extends { readonly $metadata: object }>(
  client: Refusable<I, O>,
  asking: Asking,
): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        try {
          return await next(args);
        } catch (error) {
          throw refusalOf(error, { ...asking, action: commandName.replace(/Command$/, '') }) ?? error;
        }
      },
    { step: 'initialize', priority: 'high', name: 'refusing' },
  );
}
