import { hash } from 'node:crypto';
import { planTags } from '../../cloudformation/plan-tags.js';

/**
 * The tag of a stack that a state made, which says where: `dev/webshop/Smoke=20test.0`. It is not the one that plans' own
 * stacks have (`plancc:environment`), by which roles of the environment may work with what is in those.
 */
export const ownerTag = 'plancc:state';

/**
 * Characters of a state's name in the tag, which has room for 256, beside the names of an environment (32) and a distribution (63),
 * and indexes of iterations: https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
 */
const longest = 120;

/** Whose a stack is. */
export interface Owner {
  readonly environment: string;
  readonly distribution: string;
  /** The state that made it, as in the tag, with its iteration; absent for the stack of a plan itself. */
  readonly state?: string;
}

type Tags = { readonly [key: string]: string };

/** The value of the tag, for a state or one iteration of it as part of a key, such as `Smoke%20test.0@…`. */
export const ownerTagValue = (environment: string, distribution: string, entry: string): string =>
  `${environment}/${distribution}/${stateTag(entry)}`;

/** Whose a stack is, as its tags say; undefined where they do not say that plancc made it. */
export function ownerOf(tags: Tags): Owner | undefined {
  const [environment, distribution, state, ...rest] = (tags[ownerTag] ?? '').split('/');
  if (environment && distribution && state && rest.length === 0) return { environment, distribution, state };
  const { [planTags.environment]: of, [planTags.plan]: plan } = tags;
  return of === undefined || plan === undefined ? undefined : { environment: of, distribution: plan };
}

/**
 * Who has a stack that a state wants to change: another distribution, the same in another environment, or a plan itself,
 * whose own stack no state changes. Undefined when it is free for the state, or when it is no state that asks.
 */
export function otherOwner(tags: Tags, wanted: Tags): string | undefined {
  const [owner, asks] = [ownerOf(tags), ownerOf(wanted)];
  if (owner === undefined || asks?.state === undefined) return undefined;
  const isOwn =
    owner.state !== undefined &&
    owner.environment === asks.environment &&
    owner.distribution === asks.distribution;
  return isOwn ? undefined : `${owner.distribution} in ${owner.environment}`;
}

/** Tags may not hold every character. Of a name that is too long the end is its digest, so that it is like no other. */
export function stateTag(entry: string): string {
  const [name = '', ...iteration] = entry.replace(/@.*$/, '').split('.');
  const tag = name.replaceAll('%', '=').replaceAll('~', '=7E');
  const digest = hash('sha256', name).slice(0, 16);
  const short = tag.length > longest ? tag.slice(0, longest - digest.length) + digest : tag;
  return [short, ...iteration].join('.');
}
