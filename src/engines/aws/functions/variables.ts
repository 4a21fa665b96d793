/** Environment variables by which the functions and runners of an environment know their world. */
export const variables = {
  environment: 'PLANCC_ENVIRONMENT',
  /** Name of the bucket. */
  store: 'PLANCC_STORE',
  /** ARN of the state machine that drives deployments. */
  driver: 'PLANCC_DRIVER',
  /** ARN of the worker function, and of its role. */
  worker: 'PLANCC_WORKER',
  workerRole: 'PLANCC_WORKER_ROLE',
  /** ARN of the policy that bounds every role of a plan. */
  permissionsBoundary: 'PLANCC_PERMISSIONS_BOUNDARY',
  /** ARN of the role that CloudFormation makes stacks with, where a state names no other. */
  stackRole: 'PLANCC_STACK_ROLE',
  /** ARN of the topic that is told of approvals. */
  topic: 'PLANCC_TOPIC',
  /** Name of the ECS cluster. */
  cluster: 'PLANCC_CLUSTER',
  /** URL of the queue of the default runner, and ARN of its task definition. */
  runnerQueue: 'PLANCC_RUNNER_QUEUE',
  runnerTask: 'PLANCC_RUNNER_TASK',
  /** Comma-separated, of the default runner and of those that name none. */
  subnets: 'PLANCC_SUBNETS',
  securityGroups: 'PLANCC_SECURITY_GROUPS',
  /** `ENABLED` when the default subnets reach the internet by themselves, so that what runs in them needs a public address. */
  assignPublicIp: 'PLANCC_ASSIGN_PUBLIC_IP',
  /** Key in the store of the program that does the jobs of a runner. */
  runnerProgram: 'PLANCC_RUNNER_PROGRAM',
  /** Of a host: the region of its store, whatever its plan says to its jobs. */
  region: 'PLANCC_REGION',
  /** Of a host: key in the store of the runner whose jobs it does. */
  runner: 'PLANCC_RUNNER',
} as const;

/** The environment variables of a process. */
export type Given = { readonly [name: string]: string | undefined };

/** The value of a variable. Throws when it is missing. */
export type VariableIn = (name: keyof typeof variables) => string;

export const variableIn =
  (given: Given): VariableIn =>
  (name) => {
    const value = given[variables[name]];
    if (value === undefined) throw new Error(`the variable ${variables[name]} is not set`);
    return value;
  };
