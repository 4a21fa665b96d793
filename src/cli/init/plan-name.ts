import { planName } from '../../language/values.js';

/**
 * The name of a plan that is made of a folder's: `My Shop` is `my-shop`, `été_2` is `ete-2`, `2024-shop` is `shop`.
 * Undefined when nothing of it can stand in a name.
 */
export function planNameFrom(folder: string): string | undefined {
  const name = folder
    // Letters with marks become letters and marks, which are dropped.
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 63)
    .replace(/-+$/, '');
  return new RegExp(planName.pattern).test(name) ? name : undefined;
}
