import { error } from './define.js';

export interface Of {
  /** Undefined where none is named. */
  readonly profile: string | undefined;
}
const of = ({ profile }: Of): string => (profile === undefined ? '' : ` of profile \`${profile}\``);
const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${reason}`);

/** 7040–7049: what keeps AWS from doing what it is asked for. */
export const awsCodes = {
  PLAN7040: error<Of & { reason: string | undefined }>(
    'no credentials for AWS',
    ({ profile, reason }) =>
      (profile === undefined
        ? 'no credentials for AWS were found'
        : `profile \`${profile}\` gives no credentials`) + because(reason),
  ),
  PLAN7041: error<{ who: string | undefined; action: string; resource: string | undefined }>(
    'missing permission',
    ({ who, action, resource }) =>
      `\`${action}\`${resource === undefined ? '' : ` on \`${resource}\``} is not allowed${who === undefined ? '' : ` for \`${who}\``}`,
  ),
  PLAN7042: error<{ bucket: string }>(
    'account and region without plancc',
    ({ bucket }) => `there is no bucket \`${bucket}\`, which \`plancc setup\` makes`,
  ),
  PLAN7043: error<Of>(
    'credentials that have expired',
    (credentials) => `the credentials${of(credentials)} have expired`,
  ),
  PLAN7044: error<{ profile: string }>(
    'unknown profile',
    ({ profile }) => `there is no profile \`${profile}\` in the configuration of AWS`,
  ),
  PLAN7045: error('no region', () => 'no region of AWS is named'),
  PLAN7046: error<{ endpoint: string; reason: string }>(
    'AWS that cannot be reached',
    ({ endpoint, reason }) => `${endpoint} cannot be reached: ${reason}`,
  ),
  PLAN7047: error<Of & { reason: string }>(
    'credentials that AWS does not accept',
    ({ reason, ...credentials }) => `AWS does not accept the credentials${of(credentials)}: ${reason}`,
  ),
  PLAN7048: error<{ operation: string | undefined; reason: string }>(
    'request that AWS refuses',
    ({ operation, reason }) =>
      `AWS refuses ${operation === undefined ? 'a request' : `\`${operation}\``}: ${reason}`,
  ),
  PLAN7049: error<{ operation: string; reason: string }>(
    'AWS that is busy',
    ({ operation, reason }) => `AWS cannot do \`${operation}\` now: ${reason}`,
  ),
};
