/**
 * What one needs who makes, updates and deletes stacks by change sets. Who names a service role names it in the first.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html
 */
export const stackActions = {
  withRole: ['cloudformation:CreateChangeSet', 'cloudformation:DeleteStack', 'cloudformation:RollbackStack'],
  others: [
    'cloudformation:CancelUpdateStack',
    'cloudformation:DeleteChangeSet',
    'cloudformation:DescribeChangeSet',
    'cloudformation:DescribeEvents',
    'cloudformation:DescribeStackEvents',
    'cloudformation:DescribeStacks',
    'cloudformation:ExecuteChangeSet',
    'cloudformation:SetStackPolicy',
    'cloudformation:UpdateTerminationProtection',
  ],
} as const;
