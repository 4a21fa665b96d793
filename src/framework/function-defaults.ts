import type { CfnFunctionProps } from 'aws-cdk-lib/aws-lambda';

/**
 * What all functions have in common. The latest Node.js that Lambda has long-term support for, on the processors that cost
 * less. Traces are off: the history of an execution says when each state called its function, and for how long.
 */
export const functionDefaults: Pick<CfnFunctionProps, 'runtime' | 'architectures'> = {
  runtime: 'nodejs22.x',
  architectures: ['arm64'],
};
