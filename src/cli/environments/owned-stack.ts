import { planTags } from '../../cloudformation/plan-tags.js';
import type { OwnedStack } from '../../environment/orphans.js';
import { makerOf, ownerTag } from '../../states/cfn/owner.js';

/** A stack by its tags; none where they do not say that plancc made it. `changed` sorts by time. */
export function ownedStack(
  name: string,
  tags: { readonly [key: string]: string },
  changed: string,
): readonly OwnedStack[] {
  const maker = makerOf(tags[ownerTag] ?? '');
  if (maker !== undefined) return [{ name, ...maker, changed }];
  const { [planTags.environment]: environment, [planTags.plan]: distribution } = tags;
  if (environment === undefined || distribution === undefined) return [];
  return [{ name, environment, distribution, changed }];
}
