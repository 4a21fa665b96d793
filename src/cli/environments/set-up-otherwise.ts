import type { Environment } from '../../environment/records.js';
import { type NetworkOptions, network } from '../setup/options.js';

/** Options that say how an environment is set up. */
export interface SettingOptions extends NetworkOptions {
  readonly kind: string | undefined;
  readonly concurrency: string | undefined;
  readonly approvals: string | undefined;
  readonly 'execution-policies': string | undefined;
}

/** What of the options an environment that is there does not have, or may not have, as parts of a help; none where all is as asked. */
export function setUpOtherwise(options: SettingOptions, environment: Environment): readonly string[] {
  const other = (['kind', 'concurrency', 'approvals'] as const).flatMap((name) => {
    const [asked, is] = [options[name], environment[name]];
    const isSame = asked === undefined || (name === 'approvals' ? Number(asked) : asked) === is;
    return isSame ? [] : [`\`--${name} ${is}\``];
  });
  // What the stack has would have to be asked of AWS, and is not changed by this command.
  const unchanged = (['execution-policies', ...Object.keys(network)] as (keyof SettingOptions)[]).flatMap(
    (name) => (options[name] === undefined || options[name] === false ? [] : [`\`--${name}\``]),
  );
  return [
    ...(other.length === 0 ? [] : [`it was made with ${other.join(', ')}`]),
    ...(unchanged.length === 0 ? [] : [`it is not changed by ${unchanged.join(', ')}`]),
  ];
}
