import { withNested } from '../../cloudformation/nested.js';
import type { Asset } from '../../cloudformation/template.js';
import type { StateContext } from '../define.js';
import type { StackProperties } from './schema.js';

/** The template, those nested in it, and the template-configuration file. */
export const stackFiles = (
  { plan, properties }: StateContext<StackProperties>,
  path: string,
): readonly string[] => {
  const { Action, Configuration } = properties;
  const templates = Action === 'Delete' ? [] : [...withNested(path, plan.template).keys()];
  return Configuration === undefined ? templates : [...templates, Configuration];
};

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
