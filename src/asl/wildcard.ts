/** Why an ARN ends, or begins its name, with a star: what is so of these resources whatever the plan says. */
const always: readonly (readonly [resource: RegExp, why: string])[] = [
  [/:ecs:[^/]*:task\/\*$/, 'a task has no name before it starts'],
  [/:batch:[^/]*:job\/\*$/, 'a job has no id before it starts'],
  [/[:/](execution:.+:\*|jobruns\/\*|processing-job\/\*)$/, 'a run has no id before it starts'],
  [/:cloudformation:.*:stack\/.+\/\*$/, 'CloudFormation ends the ARN of a stack with an id of its own'],
  [/:secret:events!connection\/.*\/\*$/, 'EventBridge ends the name of its secret with an id of its own'],
  [
    /:secretsmanager:.*(\*|\?{6})$/,
    'Secrets Manager ends the ARN of a secret with six characters of its own',
  ],
  [/:s3:::[^*]+\/.*\*$/, 'the rest of the key is known only when the plan runs'],
  [
    /:(athena:.*datacatalog|glue:.*(database|table|userDefinedFunction)|redshift:.*db(name|user):.*)\/\*$/,
    'a query may name any of them',
  ],
  [/:nodegroup\/.+\/\*$/, 'EKS ends the ARN of a node group with an id of its own'],
  [
    /:(task-definition|job-definition)\/.+(\*|:\*)$/,
    'the latest revision is taken, whichever that is by then',
  ],
  [/:bedrock:\*::foundation-model\/[^*]/, 'an inference profile chooses among regions'],
  [/:role\/aws-service-role\//, 'AWS ends the name of its role with a suffix of its own'],
  [/:ssm:.*:parameter\/.+\/\*$/, 'the call reads all parameters below a path'],
  [/:ssm:.*:parameter\*/, 'the name of a parameter may begin with a slash, which its ARN has once'],
];

/**
 * Actions that IAM limits to no resource, as far as plancc's own tables grant them.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const unlimited =
  /^(logs:(CreateLogDelivery|GetLogDelivery|UpdateLogDelivery|DeleteLogDelivery|ListLogDeliveries|PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)|xray:\w+|batch:DescribeJobs|ecr:GetAuthorizationToken)$/;

/**
 * Why a permission holds for more than one resource, in words that follow its ARN; undefined when it holds for one.
 * `resource` is an ARN with `${…}` for what CloudFormation puts in.
 */
export function whyWildcard(actions: readonly string[], resource: string): string | undefined {
  const text = resource.replace(/\$\{[^}]*\}/g, 'x');
  if (!/[*?]/.test(text)) return undefined;
  if (text !== '*')
    return (
      always.find(([pattern]) => pattern.test(text))?.[1] ??
      'which one it is, is known only when the plan runs, or is not said'
    );
  return actions.every((action) => unlimited.test(action))
    ? 'IAM limits these actions to no resource'
    : 'plancc does not know which resource the call acts on, or IAM limits it to none';
}
