import type { OwnedStack } from '../../environment/orphans.js';
import { ownerOf } from '../../states/cfn/owner.js';

/** A stack by its tags; none where they do not say that plancc made it. `changed` sorts by time. */
export function ownedStack(
  name: string,
  tags: { readonly [key: string]: string },
  changed: string,
): readonly OwnedStack[] {
  const owner = ownerOf(tags);
  return owner === undefined ? [] : [{ name, ...owner, changed }];
}
