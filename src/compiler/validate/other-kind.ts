import type { JsonObject } from '../../source/document.js';

interface Kind {
  readonly found: string;
  readonly help: string;
}

const kinds: readonly (Kind & { readonly when: (value: JsonObject) => boolean })[] = [
  {
    when: ({ AWSTemplateFormatVersion, Transform, Resources }) =>
      AWSTemplateFormatVersion !== undefined || (Transform !== undefined && Resources !== undefined),
    found: 'a CloudFormation template',
    help: 'write a plan beside it, and name this file as the `Template` of one of its states',
  },
  {
    when: (value) => value.jobs !== undefined && value.on !== undefined,
    found: 'a GitHub Actions workflow',
    help: 'write a plan beside it, and let the workflow run `plancc build`',
  },
];

/** What a file without `States` is that is written for another tool. */
export const otherKind = (value: JsonObject): Kind | undefined =>
  value.States === undefined ? kinds.find(({ when }) => when(value)) : undefined;
