import { chmodSync } from 'node:fs';
import { guidesInAws, matchesGuide, performed } from '../documents/guide.js';
import { newFolder, write } from '../folder.js';
import { assumeRole, createRole } from './emulator/account.js';
import type { Credentials, Emulator } from './emulator/index.js';
import { onEmulator } from './emulator/suite.js';

const documents = onEmulator('guides in AWS: every file is written, every command run');

const accounts = { own: '123456789012', production: '210987654321' };

/** The profiles of somebody who signs in to both accounts by a role of his team. */
async function homeOf(emulator: Emulator, name: string, team: string): Promise<{ readonly HOME: string }> {
  const trusted = { AWS: `arn:aws:iam::${accounts.own}:root` };
  const own = await assumeRole(emulator, await createRole(emulator, team, trusted), name);
  const there = await assumeRole(emulator, `arn:aws:iam::${accounts.production}:role/${team}`, name);
  const HOME = newFolder();
  write(HOME, '.aws/credentials', `${profile('default', own)}${profile('production', there)}`);
  chmodSync(HOME, 0o755);
  return { HOME };
}

const profile = (name: string, { accessKeyId, secretAccessKey, sessionToken }: Credentials): string =>
  `[${name}]
aws_access_key_id=${accessKeyId}
aws_secret_access_key=${secretAccessKey}
aws_session_token=${sessionToken}
`;

for (const file of guidesInAws)
  documents.test(file, async (emulator) => {
    const endpoint = { AWS_ENDPOINT_URL: emulator.url };
    const people = {
      '': { ...endpoint, ...(await homeOf(emulator, 'anna', 'developers')) },
      Ben: { ...endpoint, ...(await homeOf(emulator, 'ben', 'testers')) },
    };
    const [performance] = await Promise.allSettled([performed(file, people)]);
    matchesGuide(file, performance);
  });

documents.run();
