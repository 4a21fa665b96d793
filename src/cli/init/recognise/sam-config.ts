import { posix } from 'node:path';
import type { Project } from '../../../source/project.js';

/** What `samconfig.toml` says about the stack. */
export interface SamConfig {
  /** Names of stacks, of all its environments. */
  readonly stacks: readonly string[];
  readonly hasOverrides: boolean;
}

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
export function samConfig(project: Project, folder: string): SamConfig {
  const text = project.read(posix.join(folder, 'samconfig.toml')) ?? '';
  const stacks = [...text.matchAll(/^\s*stack_name\s*=\s*["']([^"'\n]+)["']/gm)].map(([, name]) => name!);
  return { stacks: [...new Set(stacks)], hasOverrides: /^\s*parameter_overrides\s*=/m.test(text) };
}

/** The name that all environments of the plan put theirs before, where there is one that can stand so. */
export const stackNameOf = ({ stacks: [name, ...others] }: SamConfig): string | undefined =>
  name !== undefined && others.length === 0 && /^[A-Za-z][A-Za-z0-9-]{0,90}$/.test(name) ? name : undefined;

/** What someone should know who used `sam deploy` until now. */
export function aboutConfig({ stacks, hasOverrides }: SamConfig): string | undefined {
  const names = stacks.map((name) => `\`${name}\``);
  const known =
    names.length === 1
      ? [`samconfig.toml names the stack ${names[0]}: to go on with that very stack, write its name alone.`]
      : names.length > 1
        ? [`samconfig.toml names the stacks ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`]
        : [];
  const lost = hasOverrides
    ? ['The `parameter_overrides` of samconfig.toml are not taken over: give them by `Parameters`.']
    : [];
  return known.length + lost.length === 0 ? undefined : [...known, ...lost].join('\n');
}
