import { StoreError } from '../../../ports/store-error.js';
import { badCredentials } from './bad-credentials.js';
import { missingPermission } from './missing-permission.js';
import { type Asked, refusalIn } from './refusal.js';
import { unable } from './unable.js';

/**
 * Says why AWS does nothing for whoever asks: credentials, permissions, the network. Undefined for what is about the request
 * itself, and for what is no error of the SDK.
 */
export function refusalOf(error: unknown, asked: Asked): StoreError | undefined {
  if (error instanceof StoreError) return error;
  if (!(error instanceof Error)) return undefined;
  const refusal = refusalIn(error);
  const found = badCredentials(refusal, asked) ?? missingPermission(refusal, asked) ?? unable(refusal, asked);
  return found && new StoreError(found);
}
