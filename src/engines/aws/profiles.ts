import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { StoreError } from '../../ports/store-error.js';

/**
 * Throws a `StoreError` when there is no profile of the name; without this the SDK would go on to other credentials, those
 * of the machine say.
 */
export async function checkProfile(named: string | undefined): Promise<void> {
  const profile = named ?? process.env.AWS_PROFILE ?? '';
  if (profile === '' || profile === 'default') return;
  const profiles = await profilesHere();
  if (profiles.includes(profile)) return;
  const help =
    didYouMean(profile, profiles, 'profiles') ?? `make it: \`aws configure sso --profile ${profile}\``;
  throw new StoreError(problem('PLAN7044', { file: configFile() }, { profile }, { help }));
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html */
const configFile = (): string => process.env.AWS_CONFIG_FILE ?? join(homedir(), '.aws', 'config');
const credentialsFile = (): string =>
  process.env.AWS_SHARED_CREDENTIALS_FILE ?? join(homedir(), '.aws', 'credentials');

/** https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html */
async function profilesHere(): Promise<readonly string[]> {
  const [config, credentials] = await Promise.all([configFile(), credentialsFile()].map(textOf));
  const named = (text: string, heading: RegExp) => [...text.matchAll(heading)].map(([, name]) => name!);
  return [
    ...new Set([
      ...named(config!, /^\[\s*profile\s+["']?([^\]"']+?)["']?\s*\]/gm),
      ...named(credentials!, /^\[\s*([^\]]+?)\s*\]/gm),
    ]),
  ].sort();
}

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
