import { type Problem, problem } from '../diagnostics/problem.js';

/**
 * Bytes of a text that is read: four times what Step Functions and CloudFormation take,
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const largest = 4 * 1024 * 1024;

export const keepApart = 'keep large data in files of its own; a definition or template has at most 1 MiB';

export const tooLarge = (file: string): Problem =>
  problem('PLAN0010', { file }, { limit: largest }, { help: keepApart });
