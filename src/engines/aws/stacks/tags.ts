import type { Tag } from '@aws-sdk/client-cloudformation';

/** Tags of a stack by their keys. */
export const tagsOf = (tags: readonly Tag[] = []): { readonly [key: string]: string } =>
  Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
