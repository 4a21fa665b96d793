import { plainWord } from './spelling.js';

/**
 * Words that other tools have for something of a plan, by what has the field: without hyphens, in lower case. What stands
 * behind a word is the field it means here or, where there is none, what to do instead.
 */
type Words = { readonly [word: string]: string };

const alike = (field: string, ...words: readonly string[]): Words =>
  Object.fromEntries(words.map((word) => [word, field]));

const order =
  'leave it out: states run in the order of the file; what may run side by side goes into a `Parallel` state';

const noMore = 'leave it out: nothing comes after a state of this type';

const stack: Words = {
  ...alike('Template', 'templateurl', 'templatefile', 'templatepath', 'templatebody', 'file'),
  ...alike('Parameters', 'parameteroverrides', 'params', 'variables'),
  ...alike('StackName', 'name', 'stack'),
};

const job: Words = {
  ...alike('Environment', 'env', 'envs', 'variables', 'environmentvariables'),
  ...alike('Runner', 'runson'),
  ...alike(
    'give it to a runner under the top-level `Runners`, and name that one here as `Runner`',
    'image',
    'container',
    'cpu',
    'memory',
    'subnets',
    'securitygroups',
  ),
};

export const habits: { readonly [owner: string]: Words } = {
  plan: {
    ...alike(
      'States',
      'steps',
      'stages',
      'jobs',
      'tasks',
      'phases',
      'pipeline',
      'workflow',
      'deploymentplan',
    ),
    ...alike('Parameters', 'variables', 'vars', 'inputs', 'params', 'env'),
    ...alike('Dependencies', 'dependson', 'requires', 'needs'),
    ...alike('Tags', 'labels'),
    conditions: 'give the states that are meant a `When`',
    mappings: 'give a parameter `Values` by the name of the environment',
    ...alike(
      'leave it out: a plan does not say when it is deployed, each environment does',
      'on',
      'trigger',
      'triggers',
    ),
  },
  state: {
    ...alike('Properties', 'with', 'config', 'settings', 'options'),
    ...alike('When', 'if', 'condition'),
    ...alike('TimeoutSeconds', 'timeout', 'timeoutminutes', 'timeoutinminutes'),
    ...alike('Catch', 'onfailure', 'onerror', 'catcher'),
    ...alike('Retry', 'retries', 'retrier'),
    ...alike('Comment', 'description'),
    ...alike(order, 'dependson', 'needs'),
    ...alike('leave it out: the key of the state is its name', 'name', 'id'),
  },
  Parameters: {
    allowedpattern: 'Pattern',
    noecho: 'Secret',
    value: 'Default',
    ssm: 'write it under `From`: `From: { Ssm: … }`',
    secretsmanager: 'write it under `From`: `From: { SecretsManager: … }`',
    constraintdescription: 'Description',
  },
  Runners: {
    ...alike('Environment', 'env', 'variables'),
    ...alike('Role', 'rolearn', 'taskrole', 'taskrolearn'),
    ...alike('Startup', 'commands', 'setup', 'before'),
  },
  From: alike('write it beside `From`', 'default', 'type', 'values', 'secret', 'description'),
  When: {
    ...alike('StringEquals', 'equals', 'equal', 'is', 'value'),
    ...alike('StringMatches', 'matches', 'like'),
    ...alike('Not', 'notequals', 'stringnotequals'),
    environment:
      'write `Variable: "${{ Environment }}"`, and `StringEquals` with the name of the environment',
  },
  Parallel: alike('Branches', 'states', 'parallel', 'steps'),
  Map: alike('ItemProcessor', 'states', 'steps', 'body'),
  Fail: { ...alike('Cause', 'message', 'reason'), ...alike(noMore, 'next', 'end') },
  Succeed: alike(noMore, 'next', 'end'),
  Pass: alike('Result', 'value', 'data'),
  'cfn Properties': stack,
  'sam Properties': { ...stack, ...alike('Path', 'directory', 'folder') },
  'cdk Properties': {
    ...job,
    ...alike('Path', 'directory', 'folder', 'project'),
    ...alike('Stacks', 'stackname', 'stack'),
  },
  'runner Properties': {
    ...job,
    ...alike('Commands', 'run', 'command', 'cmd', 'script', 'scripts'),
    ...alike('WorkingDirectory', 'cwd', 'directory', 'path', 'workdir', 'workingdir'),
  },
  'lambda Properties': {
    ...alike('FunctionName', 'function', 'functionarn', 'arn', 'name'),
    ...alike('Payload', 'input', 'event', 'body'),
    ...alike('Qualifier', 'alias', 'version'),
  },
  'approval Properties': {
    ...alike('Message', 'text', 'question', 'title', 'description'),
    ...alike('Approvers', 'users', 'reviewers', 'principals'),
    ...alike('Notify', 'email', 'emails', 'topic', 'topicarn', 'snstopicarn'),
  },
};

/** Words for state types, as above. */
export const typeWords: Words = {
  ...alike('cfn', 'cloudformation', 'cf', 'stack', 'template', 'attinicfn'),
  ...alike('cdk', 'awscdk', 'attinicdk'),
  ...alike('sam', 'serverless', 'attinisam'),
  ...alike('runner', 'shell', 'bash', 'sh', 'script', 'run', 'exec', 'command', 'commands'),
  ...alike('runner', 'job', 'step', 'container', 'docker', 'codebuild', 'attinirunnerjob'),
  ...alike('approval', 'manual', 'approve', 'gate', 'manualapproval', 'attinimanualapproval'),
  ...alike('lambda', 'function', 'invoke', 'lambdainvoke', 'attinilambdainvoke'),
  ...alike('import', 'attiniimport'),
  ...alike('Wait', 'sleep', 'delay'),
  ...alike('Choice', 'if', 'switch', 'condition'),
  ...alike('Map', 'foreach', 'loop', 'each'),
  ...alike('Parallel', 'group', 'concurrent'),
  ...alike(
    'run it with a state of type `runner`, as one of its `Commands`',
    'terraform',
    'tofu',
    'pulumi',
    'helm',
    'kubectl',
    'ansible',
    'npm',
    'python',
  ),
};

/** Words for the types of parameters and for other values that are chosen from a list. */
export const valueWords: Words = {
  ...alike('Number', 'int', 'integer', 'float', 'double'),
  ...alike('String', 'text', 'str', 'securestring'),
  ...alike('Event', 'async'),
  ...alike('RequestResponse', 'sync'),
  ...alike('Boolean', 'bool'),
  ...alike('List', 'array', 'stringlist', 'commadelimitedlist', 'list<string>'),
  delete: 'Destroy',
  destroy: 'Delete',
};

/** What a word of another tool means here. */
export function meaningOf(words: Words | undefined, word: string): string | undefined {
  const plain = plainWord(word);
  return words !== undefined && Object.hasOwn(words, plain) ? words[plain] : undefined;
}
