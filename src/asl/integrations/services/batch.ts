import type { Statement } from '../../statement.js';
import { arnValue, namedArn, revisionsOf } from '../arn.js';
import { allow, type Call, managedRule, named, type Service } from '../call.js';

/**
 * The state of a job cannot be limited to it; a job to be stopped is not known before.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbatch.html
 */
function submitJob(call: Call): readonly Statement[] {
  const { given, plan, waits } = call;
  const definitions = revisionsOf(namedArn(plan, given.text('JobDefinition'), 'batch:job-definition/*'));
  const jobs = arnValue('batch:job/*');
  const resources = [...definitions, named(call, 'batch:job-queue/*', 'JobQueue')];
  return [
    allow(['batch:SubmitJob'], resources),
    ...(given.has('Tags') ? [allow(['batch:TagResource'], [jobs])] : []),
    ...(waits ? [allow(['batch:DescribeJobs'], ['*']), allow(['batch:TerminateJob'], [jobs])] : []),
    ...(waits ? [managedRule('StepFunctionsGetEventsForBatchJobsRule')] : []),
  ];
}

export const batch: Service = { submitJob };
