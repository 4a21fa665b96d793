import { withNested } from '../../cloudformation/nested.js';
import type { Asset, StateContext } from '../define.js';
import type { StackProperties } from './schema.js';

/** What a template and those nested in it bring into the distribution. */
export const stackAssets = (
  { plan, properties }: StateContext<StackProperties>,
  path: string,
): readonly Asset[] =>
  properties.Action === 'Delete'
    ? []
    : [...withNested(path, plan.template)].flatMap(([template, { assets }]) =>
        assets.map((asset) => ({ template, ...asset })),
      );
