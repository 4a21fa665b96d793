import { assign, common, errors, next, resultPath } from '../asl/states/fields.js';
import { nativeStates } from '../asl/states/index.js';
import { field, seconds } from '../asl/states/values.js';
import type { Schema } from '../language/schema.js';
import type { StateType } from '../states/define.js';
import { stateTypes } from '../states/index.js';
import { requiredFields } from './examples.js';

const deadline = field(seconds(1), "The state's deadline, over all its attempts.", 3600);

/** What a state of plancc's may have outside `Properties`. */
const outside: { readonly [name: string]: Schema } = {
  TimeoutSeconds: deadline,
  ...errors,
  ...resultPath,
  ...assign,
  ...next,
  ...common,
};

/** All that states of plancc's have in common: `Properties` is left open. */
export const ownState: Schema = {
  type: 'object',
  atMostOne: [['Next', 'End']],
  properties: { Type: {}, Properties: {}, ...outside },
  additionalProperties: false,
};

/** What tells a state of plancc's from the others: its `Properties`. */
export const ofType = ({ type, schema }: StateType): Schema => ({
  required: schema.required?.length ? ['Type', 'Properties'] : ['Type'],
  properties: {
    Type: { const: type },
    Properties: {
      title: `Properties of ${type}`,
      description: `The settings of \`${type}\`.`,
      examples: [requiredFields(schema as Schema)],
      ...schema,
    } as Schema,
  },
});

/** The schema of every state type, plancc's before Amazon's. Inner states are `#/definitions/branch` and `body`. */
export const stateSchemas: { readonly [type: string]: Schema } = {
  ...Object.fromEntries(
    stateTypes.map((state) => {
      const own = ofType(state);
      const properties = { ...ownState.properties, ...own.properties };
      return [state.type, { ...ownState, ...own, title: state.type, description: state.summary, properties }];
    }),
  ),
  ...nativeStates,
};
