import { type Problem, problem } from '../../../diagnostics/problem.js';
import { type Asked, type Refusal, said } from './refusal.js';

/** AWS that does not answer, or has not the time, after the SDK has tried several times. */
export function unable(refusal: Refusal, { action }: Asked): Problem | undefined {
  const { name, message, status, code } = refusal;
  const reason =
    code !== undefined && ofNetwork.test(code) ? (reasons[code] ?? said(message)) : reasons[name];
  if (status === undefined && reason !== undefined) return unreachable(reason);
  if (!busy.test(name) && (status ?? 0) < 500 && status !== 429) return undefined;
  const help = 'try again in a minute: nothing is lost by it';
  return problem('PLAN7049', { file: 'AWS' }, { operation: action, reason: said(message) || name }, { help });
}

/** Says that nobody answers, or somebody else than AWS. */
export function unreachable(reason: string): Problem {
  const endpoint = process.env.AWS_ENDPOINT_URL || undefined;
  const help = /certificate/.test(reason)
    ? 'name the certificates of your network to Node: `NODE_EXTRA_CA_CERTS=<file>`'
    : endpoint === undefined
      ? 'look whether this computer is online, and whether the region is written correctly'
      : 'look at `AWS_ENDPOINT_URL`, which says where to ask instead of AWS';
  return problem('PLAN7046', { file: 'AWS' }, { endpoint: endpoint ?? 'AWS', reason }, { help });
}

const busy = /^(Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|ServiceUnavailable|InternalError)/;

/** Of the system, of TLS and of OpenSSL: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const ofNetwork = /^E[A-Z]+$|^EAI_|CERT|SIGNATURE|^ERR_(SSL_|TLS_|INVALID_URL)/;

const reasons: { readonly [code: string]: string } = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'names of hosts cannot be looked up now',
  ETIMEDOUT: 'no answer in time',
  ERR_INVALID_URL: 'this is no URL',
  TimeoutError: 'no answer in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not known here',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not known here',
};
