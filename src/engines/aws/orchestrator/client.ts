import type { SFNClient } from '@aws-sdk/client-sfn';

export type Client = Pick<SFNClient, 'send'>;
