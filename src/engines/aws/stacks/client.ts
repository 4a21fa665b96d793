import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';

export type Client = Pick<CloudFormationClient, 'send'>;
