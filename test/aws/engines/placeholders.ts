import { localAccount } from '../../../src/engines/local/names.js';
import { isList, isObject } from '../../../src/language/json.js';
import type { Json } from '../../../src/source/document.js';

const placeholder = /<[^<>]+>/;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Whether something is what the local engine gives, in which parts such as `<Vpc.VpcId>` stand for what only AWS knows.
 * Of what is told, the differences.
 */
export function differences(local: Json | undefined, aws: Json | undefined, path = ''): readonly string[] {
  const differ = [`${path || 'all'}: ${JSON.stringify(local)} here, ${JSON.stringify(aws)} in AWS`];
  if (typeof local === 'string' && typeof aws === 'string') {
    // What has the account that is none is made up as a whole, but an ARN names a service and a resource.
    const isArn = local.startsWith('arn:');
    if (local.includes(localAccount) && !isArn) return aws === '' ? differ : [];
    const parts = local.split(placeholder).map(escaped);
    const pattern = parts
      .join('.+')
      .replaceAll(':local:', ':[a-z0-9-]*:')
      .replaceAll(localAccount, '[0-9]*')
      // Where AWS puts something random behind a name that it makes.
      .replace(/-local(?=$|\W)/g, '-[0-9A-Z]+');
    return new RegExp(`^${pattern}$`, 's').test(aws) ? [] : differ;
  }
  if (isList(local) && isList(aws) && local.length === aws.length)
    return local.flatMap((one, index) => differences(one, aws[index], `${path}[${index}]`));
  if (isObject(local) && isObject(aws)) {
    const names = new Set([...Object.keys(local), ...Object.keys(aws)]);
    return [...names].flatMap((name) => differences(local[name], aws[name], `${path}.${name}`));
  }
  return local === aws ? [] : differ;
}
