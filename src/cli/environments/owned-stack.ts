import type { OwnedStack } from '../../environment/orphans.js';
import { ownerTags } from '../../states/cfn/owner.js';

/** A stack by its tags; none where they do not say that plancc made it. `changed` sorts by time. */
export function ownedStack(
  name: string,
  tags: { readonly [key: string]: string },
  changed: string,
): readonly OwnedStack[] {
  const environment = tags[ownerTags.environment];
  // That of the stack of a plan itself is another one.
  const distribution = tags[ownerTags.distribution] ?? tags['plancc:plan'];
  if (environment === undefined || distribution === undefined) return [];
  return [{ name, environment, distribution, state: tags[ownerTags.state], changed }];
}
