import { planName } from '../../language/values.js';
import { latin } from './latin.js';

/**
 * The name of a plan that is made of a folder's: `My Shop` is `my-shop`, `Größe_2` is `grosse-2`, `2024-shop` is `shop`.
 * Undefined when nothing of it can stand in a name.
 */
export function planNameFrom(folder: string): string | undefined {
  const name = latin(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 63)
    .replace(/-+$/, '');
  return new RegExp(planName.pattern).test(name) ? name : undefined;
}
