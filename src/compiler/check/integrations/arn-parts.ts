import { type Problem, problem } from '../../../diagnostics/problem.js';
import type { Use } from './use.js';

const arn = /^arn:([^:]*):[^:]*:([^:]*):([^:]*):/d;

/** A region with its hyphens left out or a digit too many is meant as one; `REGION` is something else's to fill in. */
const likeRegion = /^[a-z]{2}[a-z-]*[0-9]+$/;
const region = /^[a-z]{2}(-[a-z]+)+-[0-9]$/;

/** Whether an ARN names a partition, a region and an account that can exist. */
export function checkArnParts({ text, at, written }: Use): readonly Problem[] {
  const found = arn.exec(text);
  if (found === null || written.kind === 'no arn') return [];
  const [, partition, place = '', account = ''] = found;
  const wrong = [
    /^(?!aws$|aws-)[a-z]+$/.test(partition!) ? ([1, 'partition', 'write `aws`'] as const) : undefined,
    likeRegion.test(place) && !region.test(place)
      ? ([2, 'region', 'write it as in `eu-west-1`'] as const)
      : undefined,
    /^\d+$/.test(account) && account.length !== 12
      ? ([3, 'account', 'an account has 12 digits'] as const)
      : undefined,
  ];
  return wrong.flatMap((one) => {
    if (one === undefined) return [];
    const [group, what, help] = one;
    return [problem('PLAN2080', at(found.indices![group]), { what, text: found[group]! }, { help })];
  });
}
