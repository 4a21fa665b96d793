import { outputsShape } from '../../cloudformation/outputs.js';
import { named, type Shape } from '../../language/shape.js';
import type { StateContext } from '../define.js';
import type { StackProperties } from './schema.js';

/** The outputs of the template; a deleted stack has none. */
export const stackOutput = ({ plan, properties }: StateContext<StackProperties>, template: string): Shape =>
  properties.Action === 'Delete'
    ? named([], 'outputs of a deleted stack')
    : outputsShape(plan.template(template));
