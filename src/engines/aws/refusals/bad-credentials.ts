import { type Problem, problem } from '../../../diagnostics/problem.js';
import { type Asking, type Refusal, said } from './refusal.js';

/** Credentials and a region that are not there, or that AWS does not take. */
export function badCredentials(refusal: Refusal, asking: Asking): Problem | undefined {
  const { name, message, code } = refusal;
  const profile = asking.profile ?? (process.env.AWS_PROFILE || undefined);
  if (message === 'Region is missing') return noRegion(profile);
  if (expired.has(name)) return hasExpired(profile, message);
  if (unaccepted.has(name)) return notAccepted(profile, name, message);
  // A file that the credentials are to be in, that of a web identity say, cannot be read.
  if (code === 'ENOENT' || code === 'EACCES') return noCredentials(profile, message);
  if (!name.endsWith('ProviderError')) return undefined;
  return /expired|\baws (sso )?login\b|not found or is invalid/i.test(message)
    ? hasExpired(profile, message)
    : noCredentials(profile, message);
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html, and those of S3 and of the SSO portal. */
const expired = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'TokenRefreshRequired',
  'UnauthorizedException',
]);

/** The same, but for `InvalidToken`: Step Functions says so of the token of a task. */
const unaccepted = new Set([
  'AuthFailure',
  'IncompleteSignature',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationToken',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);

const place = { file: 'AWS' };

function noCredentials(profile: string | undefined, message: string): Problem {
  const reason = /Could not (load|resolve) credentials/.test(message) ? undefined : said(message);
  const help =
    profile === undefined
      ? 'sign in, with `aws configure sso` the first time, and name the profile: `AWS_PROFILE=<name>`'
      : `complete it: \`aws configure sso --profile ${profile}\``;
  return problem('PLAN7040', place, { profile, reason }, { help });
}

function hasExpired(profile: string | undefined, message: string): Problem {
  const login = /\baws login\b/.test(message) ? 'aws login' : 'aws sso login';
  const help =
    profile === undefined
      ? `get new ones the way you got these; of a profile with \`${login}\``
      : `sign in again: \`${login} --profile ${profile}\``;
  return problem('PLAN7043', place, { profile }, { help });
}

function noRegion(profile: string | undefined): Problem {
  const inProfile = profile === undefined ? '' : `, or \`region\` in the profile \`${profile}\``;
  const help = `name it with \`--region\`, or set \`AWS_REGION\`${inProfile}`;
  return problem('PLAN7045', place, {}, { help });
}

function notAccepted(profile: string | undefined, name: string, message: string): Problem {
  const help = /skew|not yet current|expired/i.test(name + message)
    ? 'set the clock of this computer: AWS takes requests that are at most 15 minutes old'
    : 'look which key is used: `aws configure list`; it may be deleted, of another partition, or mistyped';
  return problem('PLAN7047', place, { profile, reason: said(message) }, { help });
}
