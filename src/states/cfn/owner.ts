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

/** Which state made a stack. */
export interface Maker {
  readonly environment: string;
  readonly distribution: string;
  /** As in the tag, with its iteration. */
  readonly state: string;
}

/** The value of the tag, for a state or one iteration of it as part of a key, such as `Smoke%20test.0@…`. */
export const ownerTagValue = (environment: string, distribution: string, entry: string): string =>
  `${environment}/${distribution}/${stateTag(entry)}`;

/**
 * Who has a stack that a state wants to change: another distribution, or the same in another environment. Undefined when it
 * is free for it. Plans' own stacks are made by nobody else.
 */
export function otherOwner(tags: Tags, wanted: Tags): string | undefined {
  const maker = makerOf(wanted[ownerTag] ?? '');
  if (maker === undefined) return undefined;
  const { [planTags.environment]: environment, [planTags.plan]: distribution } = tags;
  const owner =
    makerOf(tags[ownerTag] ?? '') ??
    (environment !== undefined && distribution !== undefined
      ? { environment, distribution, state: '' }
      : undefined);
  if (owner === undefined) return undefined;
  const isOwn =
    owner.state !== '' &&
    owner.environment === maker.environment &&
    owner.distribution === maker.distribution;
  return isOwn ? undefined : `${owner.distribution} in ${owner.environment}`;
}

type Tags = { readonly [key: string]: string };

/** Undefined where something else wrote the tag. */
export function makerOf(value: string): Maker | undefined {
  const [environment, distribution, state, ...rest] = value.split('/');
  if (!environment || !distribution || !state || rest.length > 0) return undefined;
  return { environment, distribution, state };
}

/** Tags may not hold every character. Of a name that is too long the end is its digest, so that it is like no other. */
export function stateTag(entry: string): string {
  const [name = '', ...iteration] = entry.replace(/@.*$/, '').split('.');
  const tag = name.replaceAll('%', '=').replaceAll('~', '=7E');
  const digest = hash('sha256', name).slice(0, 16);
  const short = tag.length > longest ? tag.slice(0, longest - digest.length) + digest : tag;
  return [short, ...iteration].join('.');
}
