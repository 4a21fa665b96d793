import { optimized, sdkNames } from '../../../asl/integrations/optimized.js';
import type { Services } from '../../../asl/integrations/sdk/services.js';
import { type Problem, problem } from '../../../diagnostics/problem.js';
import { didYouMean, nearest } from '../../../diagnostics/suggest.js';
import { meantApi, meantService, sameLetters } from './spelling.js';
import type { IntegrationUse } from './use.js';

/** What is wrong with the name of an integration's service or API; undefined when there is such an integration. */
export const unknownIntegration = (use: IntegrationUse): Problem | undefined =>
  use.written.sdk ? ofSdk(use) : ofOptimized(use);

const isOptimized = (service: string): boolean => Object.hasOwn(optimized, service);

const notThere = (
  { written: { service, api }, at }: IntegrationUse,
  part: 'service' | 'api',
  help?: string,
) =>
  problem(
    'PLAN2070',
    at((part === 'service' ? service : api).span),
    { service: service.text, ...(part === 'api' && { api: api.text }) },
    { help },
  );

/** The list of AWS may be older than what is written. */
const notThereYet = (
  { written: { service, api }, at }: IntegrationUse,
  part: 'service' | 'api',
  { asOf }: Services,
  help: string | undefined,
) =>
  problem(
    'PLAN2071',
    at((part === 'service' ? service : api).span),
    { service: service.text, asOf, ...(part === 'api' && { api: api.text }) },
    { help },
  );

function ofOptimized(use: IntegrationUse): Problem | undefined {
  const { service, api } = use.written;
  const apis = isOptimized(service.text) ? Object.keys(optimized[service.text]!) : undefined;
  if (apis?.includes(api.text)) return undefined;
  const services = use.plan.services?.();
  const sdk = services && behindSdk(services, service.text, api.text);
  const instead = sdk && `write \`arn:aws:states:::aws-sdk:${sdk}:${api.text}\``;
  if (apis !== undefined) {
    const list = `APIs of \`${service.text}\` without \`aws-sdk:\``;
    return notThere(use, 'api', instead ?? didYouMean(api.text, apis, list));
  }
  const names = Object.keys(optimized);
  const other = services?.otherwiseCalled(service.text) ?? service.text;
  const renamed = Object.keys(sdkNames).find((name) => sdkNames[name] === other);
  const meant = renamed ?? meantService(service.text, names);
  if (meant !== undefined) return notThere(use, 'service', `did you mean \`${meant}\`?`);
  if (instead !== undefined) return notThere(use, 'service', instead);
  if (services === undefined) return undefined;
  return notThereYet(
    use,
    'service',
    services,
    didYouMean(service.text, names, 'services without `aws-sdk:`'),
  );
}

/** The service behind `aws-sdk:` that has an API. */
function behindSdk(services: Services, service: string, api: string): string | undefined {
  const name = sdkNames[service] ?? service.replaceAll('-', '');
  const names = [name, `${name}runtime`, services.otherwiseCalled(service) ?? ''];
  return names.find((one) => services.service(one)?.parameters(api) !== undefined);
}

function ofSdk(use: IntegrationUse): Problem | undefined {
  const { service, api } = use.written;
  const services = use.plan.services?.();
  if (services === undefined) return undefined;
  const found = services.service(service.text);
  if (found === undefined) return unknownService(use, services);
  if (found.refuses(api.text)) return notThere(use, 'api', instead(found.name, api.text));
  if (!found.isListed) return notThereYet(use, 'service', services, undefined);
  if (found.operations.length === 0 || found.parameters(api.text) !== undefined) return undefined;
  const meant = meantApi(api.text, found.operations, services);
  if (meant !== undefined) return notThere(use, 'api', `did you mean \`${meant}\`?`);
  return notThereYet(
    use,
    'api',
    services,
    didYouMean(api.text, found.operations, `APIs of \`${found.name}\``),
  );
}

function unknownService(use: IntegrationUse, services: Services): Problem {
  const { text } = use.written.service;
  const names = services.names();
  const other = services.otherwiseCalled(text) ?? sdkNames[text];
  const meant = other ?? meantService(text, names);
  if (meant !== undefined) return notThere(use, 'service', `did you mean \`${meant}\`?`);
  const near = nearest(text, names);
  return notThereYet(use, 'service', services, near && `did you mean \`${near}\`?`);
}

/** What does the same, for APIs that Step Functions refuses. */
function instead(service: string, api: string): string | undefined {
  if (service === 'sts') return 'give the role as `Credentials: { RoleArn: … }`, with which the state is run';
  const other = sameLetters(service, Object.keys(optimized));
  return other !== undefined && Object.hasOwn(optimized[other]!, api)
    ? `write \`arn:aws:states:::${other}:${api}\``
    : undefined;
}
