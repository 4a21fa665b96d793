/**
 * The tag of a stack that a state made, which says where: `dev/webshop/Smoke=20test.0`. It is not the one that plans' own
 * stacks have (`plancc:environment`), by which roles of the environment may work with what is in those.
 */
export const ownerTag = 'plancc:state';

/** Tags are not longer: https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html */
const longest = 256;

/** Which state made a stack. */
export interface Maker {
  readonly environment: string;
  readonly distribution: string;
  /** As in the tag, with its iteration. */
  readonly state: string;
}

/** The value of the tag, for a state or one iteration of it as part of a key, such as `Smoke%20test.0@…`. */
export const ownerTagValue = (environment: string, distribution: string, entry: string): string =>
  `${environment}/${distribution}/${stateTag(entry)}`.slice(0, longest);

/** Undefined where something else wrote the tag. */
export function makerOf(value: string): Maker | undefined {
  const [environment, distribution, state, ...rest] = value.split('/');
  if (!environment || !distribution || !state || rest.length > 0) return undefined;
  return { environment, distribution, state };
}

/** Tags may not hold every character. */
export const stateTag = (entry: string): string =>
  entry.replace(/@.*$/, '').replaceAll('%', '=').replaceAll('~', '=7E');
