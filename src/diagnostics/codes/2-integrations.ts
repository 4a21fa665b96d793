import { error, warning } from './define.js';
import { quotedOr } from './names.js';

export interface Integration {
  readonly service: string;
  /** Undefined when the service itself is not there. */
  readonly api?: string;
}

/** An argument of an API: `sns:publish`. */
export interface Argument {
  readonly name: string;
  readonly call: string;
}

/** 207x: what Tasks call, and what they give it. */
export const integrationCodes = {
  PLAN2070: error<Integration>('an integration that does not exist', ({ service, api }) =>
    api === undefined
      ? `Step Functions has no integration with \`${service}\``
      : `\`${service}\` has no API \`${api}\` that Step Functions can call`,
  ),
  PLAN2071: warning<Integration & { asOf: string }>(
    'an integration that is not known',
    ({ service, api, asOf }) =>
      api === undefined
        ? `\`${service}\` was not a service that Step Functions can call in ${asOf}`
        : `\`${service}\` had no API \`${api}\` in ${asOf}`,
  ),
  PLAN2072: error<{ call: string; pattern: string }>(
    'an integration that does not wait like this',
    ({ call, pattern }) => `\`${call}\` cannot be called with \`.${pattern}\``,
  ),
  PLAN2073: error<{ field: string; call: string; names: readonly string[] }>(
    'a missing argument',
    ({ field, call, names }) =>
      names.length === 0
        ? `the state has no \`${field}\`, which every integration takes`
        : `\`${field}\` has no ${names.map((name) => quotedOr(name.split('|'))).join(' and no ')}, which \`${call}\` needs`,
  ),
  PLAN2074: error<Argument & { right: string }>(
    'an argument in another case',
    ({ name, call, right }) => `\`${call}\` takes \`${right}\`, not \`${name}\``,
  ),
  PLAN2075: warning<Argument & { asOf: string }>(
    'an argument that is not known',
    ({ name, call, asOf }) => `\`${call}\` had no parameter \`${name}\` in ${asOf}`,
  ),
  PLAN2076: error<{ name: string }>(
    'a task that an express execution cannot wait for',
    ({ name }) => `an express execution cannot wait for \`${name}\`: it only asks and takes the answer`,
  ),
  PLAN2077: warning<{ name: string }>(
    'a task token that nobody gets',
    ({ name }) => `\`${name}\` waits for its task token to come back, but does not pass it on`,
  ),
  PLAN2078: warning<{ name: string }>(
    'a task that may wait for a year',
    ({ name }) => `when nobody answers, \`${name}\` waits until the execution ends, after up to a year`,
  ),
  PLAN2079: error<{ resource: string; reason: string }>(
    'a resource that cannot be called',
    ({ resource, reason }) => `Step Functions cannot call \`${resource}\`: it is ${reason}`,
  ),
  PLAN2080: warning<{ what: string; text: string }>(
    'an ARN that cannot be right',
    ({ what, text }) => `\`${text}\` is not ${what === 'account' ? 'an' : 'a'} ${what} of AWS`,
  ),
};
