import { logRetentions } from '../../engines/aws/log-retentions.js';
import { regionName, roleArn } from '../../language/values.js';
import type { Registered } from '../environments/environments-file.js';
import { shellWord } from '../shell-word.js';

/** Options of the commands that make something in AWS. */
export const whereabouts = {
  region: {
    ...regionName,
    value: 'region',
    describe: 'The region of AWS; where nothing is said, the one that the SDK of AWS finds',
  },
  profile: {
    type: 'string',
    value: 'name',
    describe: 'The profile of the configuration of AWS whose credentials are used',
  },
  'role-arn': {
    ...roleArn,
    value: 'arn',
    describe: 'A role that is assumed with these credentials',
  },
} as const;

export interface Whereabouts {
  readonly region: string | undefined;
  readonly profile: string | undefined;
  readonly 'role-arn': string | undefined;
}

/** The same as `environments.yaml` says it. */
export const whereaboutsOf = (options: Whereabouts): Partial<Registered> => ({
  ...(options.region !== undefined && { Region: options.region }),
  ...(options.profile !== undefined && { Profile: options.profile }),
  ...(options['role-arn'] !== undefined && { RoleArn: options['role-arn'] }),
});

/** These options as they are typed. */
export const flagsOf = ({ Region, Profile, RoleArn }: Registered): string =>
  [
    ...['--region', Region],
    ...(Profile === undefined ? [] : ['--profile', Profile]),
    ...(RoleArn === undefined ? [] : ['--role-arn', RoleArn]),
  ]
    .map(shellWord)
    .join(' ');

/** What runners that name no network of their own have. */
export const network = {
  subnets: {
    type: 'string',
    value: 'ids',
    pattern: '^subnet-[0-9a-f]+(,subnet-[0-9a-f]+)*$',
    expected: 'ids of subnets, with commas between them',
    describe: 'Subnets of runners that name none themselves, with commas between them',
  },
  'security-groups': {
    type: 'string',
    value: 'ids',
    pattern: '^sg-[0-9a-f]+(,sg-[0-9a-f]+)*$',
    expected: 'ids of security groups, with commas between them',
    describe: 'Security groups of these runners, with commas between them',
  },
  'public-ip': {
    type: 'boolean',
    describe: 'These runners get a public address, because their subnets reach the internet with one only',
  },
  'log-days': {
    type: 'string',
    value: 'days',
    pattern: `^(${logRetentions.join('|')})$`,
    expected: 'a number of days that CloudWatch knows, such as 30, 90 or 365',
    describe: 'How many days logs are kept; 90 where nothing was ever said',
  },
} as const;

export interface NetworkOptions {
  readonly subnets: string | undefined;
  readonly 'security-groups': string | undefined;
  readonly 'public-ip': boolean;
  readonly 'log-days': string | undefined;
}

/** Parameters of the template of an environment; what is not given stays as it is. */
export const networkParameters = (options: NetworkOptions): { readonly [name: string]: string } => ({
  ...(options.subnets !== undefined && { Subnets: options.subnets }),
  ...(options['security-groups'] !== undefined && { SecurityGroups: options['security-groups'] }),
  ...(options['public-ip'] && { AssignPublicIp: 'ENABLED' }),
  ...(options['log-days'] !== undefined && { LogRetentionDays: options['log-days'] }),
});
