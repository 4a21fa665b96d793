import { assign, common, errors, next, resultPath } from '../asl/states/fields.js';
import { nativeStates } from '../asl/states/index.js';
import { field, longest } from '../asl/states/values.js';
import type { Schema } from '../language/schema.js';
import type { StateType } from '../states/define.js';
import { stateTypes } from '../states/index.js';

const deadline = field(
  {
    type: 'integer',
    minimum: 1,
    maximum: longest,
    expected: `a whole number of seconds from 1 to ${longest}`,
  },
  "The state's deadline, over all its attempts.",
  3600,
);

/** What a state of plancc's may have outside `Properties`. */
const outside: { readonly [name: string]: Schema } = {
  TimeoutSeconds: deadline,
  ...errors,
  ...resultPath,
  ...assign,
  ...next,
  ...common,
};

const ownState = ({ type, summary, schema }: StateType): Schema => ({
  type: 'object',
  title: type,
  description: summary,
  required: schema.required?.length ? ['Type', 'Properties'] : ['Type'],
  atMostOne: [['Next', 'End']],
  properties: {
    Type: { const: type },
    Properties: { description: `The settings of \`${type}\`.`, ...schema } as Schema,
    ...outside,
  },
  additionalProperties: false,
});

/** The schema of every state type, plancc's before Amazon's. Inner states are `#/definitions/branch` and `body`. */
export const stateSchemas: { readonly [type: string]: Schema } = {
  ...Object.fromEntries(stateTypes.map((type) => [type.type, ownState(type)])),
  ...nativeStates,
};
