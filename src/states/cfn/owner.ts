/** Tags of a stack that say whose it is. */
export const ownerTags = {
  environment: 'plancc:environment',
  distribution: 'plancc:distribution',
  state: 'plancc:state',
} as const;

/**
 * The value of the last, for a state or one iteration of it as part of a key (`Smoke%20test.0`): `Smoke=20test.0`. Tags
 * may not hold every character, nor any number of them: https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
 */
export const stateTag = (entry: string): string =>
  entry.replace(/@.*$/, '').replaceAll('%', '=').replaceAll('~', '=7E').slice(0, 256);
