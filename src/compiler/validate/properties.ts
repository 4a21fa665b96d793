import { stateTypes } from '../../states/index.js';

const schemaOf = (type: string) => stateTypes.find((known) => known.type === type)?.schema;

/** The schemas of the properties of a state of plancc's. */
export const propertiesOf = (type: string): { readonly [name: string]: unknown } =>
  schemaOf(type)?.properties ?? {};

/** The properties that it must have. */
export const requiredOf = (type: string): readonly string[] => schemaOf(type)?.required ?? [];
