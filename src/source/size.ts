import { type Place, type Problem, problem } from '../diagnostics/problem.js';

/**
 * Bytes of a text that is read: four times what Step Functions and CloudFormation take,
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const largest = 4 * 1024 * 1024;

export const keepApart = 'keep large data in files of its own; a definition or template has at most 1 MiB';

export const tooLarge = (file: string): Problem =>
  problem('PLAN0010', { file }, { limit: largest }, { help: keepApart });

/** Levels: more than any machine or template needs, few enough for everything that walks values by recursion. */
export const deepest = 200;

export const flatten = 'write it flatter: no definition or template needs that many levels';

export const tooDeep = (place: Place): Problem =>
  problem('PLAN0009', place, { limit: deepest }, { help: flatten });
