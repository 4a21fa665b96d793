import { optimized, sdkNames } from '../../../asl/integrations/optimized.js';
import type { Services } from '../../../asl/integrations/sdk/services.js';
import { type Problem, problem } from '../../../diagnostics/problem.js';
import { didYouMean, nearest } from '../../../diagnostics/suggest.js';
import { meantApi, meantService, sameLetters } from './spelling.js';
import type { IntegrationUse } from './use.js';

/**
 * What is wrong with the name of an integration's service or API; undefined when there is such an integration. What may
 * have been added to AWS since the list of its services was made is only warned of.
 */
export const unknownIntegration = (use: IntegrationUse): Problem | undefined =>
  use.written.sdk ? behindSdk(use) : withoutSdk(use);

type Named = 'service' | 'api';

const valuesOf = ({ written: { service, api } }: IntegrationUse, part: Named) => ({
  service: service.text,
  ...(part === 'api' && { api: api.text }),
});

const notThere = (use: IntegrationUse, part: Named, help: string | undefined): Problem =>
  problem('PLAN2070', use.at(use.written[part].span), valuesOf(use, part), { help });

const meant = (name: string): string => `did you mean \`${name}\`?`;

function perhapsNewer(
  use: IntegrationUse,
  part: Named,
  { asOf }: Services,
  names: readonly string[],
): Problem {
  const near = nearest(use.written[part].text, names);
  const help = near === undefined ? 'look its name up; if it is newer than that, silence this' : meant(near);
  return problem('PLAN2071', use.at(use.written[part].span), { ...valuesOf(use, part), asOf }, { help });
}

function withoutSdk(use: IntegrationUse): Problem | undefined {
  const { service, api } = use.written;
  const apis = Object.hasOwn(optimized, service.text) ? Object.keys(optimized[service.text]!) : undefined;
  if (apis?.includes(api.text)) return undefined;
  const services = use.plan.services?.();
  const sdk = services && sdkServiceOf(services, service.text, api.text);
  const instead = sdk && `write \`arn:aws:states:::aws-sdk:${sdk}:${api.text}\``;
  if (apis !== undefined) {
    const list = `APIs of \`${service.text}\` without \`aws-sdk:\``;
    return notThere(use, 'api', instead ?? didYouMean(api.text, apis, list));
  }
  const names = Object.keys(optimized);
  const other = services?.otherwiseCalled(service.text) ?? service.text;
  const renamed = names.find((name) => sdkNames[name] === other);
  // They are so few that shorter names are clear too.
  const near = renamed ?? meantService(service.text, names, 5);
  if (near !== undefined) return notThere(use, 'service', meant(near));
  if (instead !== undefined) return notThere(use, 'service', instead);
  return services && perhapsNewer(use, 'service', services, names);
}

/** The service behind `aws-sdk:` that has an API. */
function sdkServiceOf(services: Services, service: string, api: string): string | undefined {
  const name = sdkNames[service] ?? service.replaceAll('-', '');
  const names = [name, `${name}runtime`, services.otherwiseCalled(service) ?? ''];
  return names.find((one) => services.service(one)?.parameters(api) !== undefined);
}

function behindSdk(use: IntegrationUse): Problem | undefined {
  const { service, api } = use.written;
  const services = use.plan.services?.();
  if (services === undefined) return undefined;
  const found = services.service(service.text);
  if (found === undefined) {
    const names = services.names();
    const near =
      services.otherwiseCalled(service.text) ?? sdkNames[service.text] ?? meantService(service.text, names);
    return near === undefined
      ? perhapsNewer(use, 'service', services, names)
      : notThere(use, 'service', meant(near));
  }
  if (found.refuses(api.text)) return notThere(use, 'api', insteadOf(found.name, api.text));
  if (!found.isListed) return perhapsNewer(use, 'service', services, []);
  // Of a service that AWS has given up the operations are not known.
  if (found.operations.length === 0 || found.parameters(api.text) !== undefined) return undefined;
  const near = meantApi(api.text, found.operations, services);
  return near === undefined
    ? perhapsNewer(use, 'api', services, found.operations)
    : notThere(use, 'api', meant(near));
}

/** What does the same as an API that Step Functions refuses. */
function insteadOf(service: string, api: string): string | undefined {
  if (service === 'sts') return 'give the role as `Credentials: { RoleArn: … }`, with which the state is run';
  const other = sameLetters(service, Object.keys(optimized));
  return other !== undefined && Object.hasOwn(optimized[other]!, api)
    ? `write \`arn:aws:states:::${other}:${api}\``
    : undefined;
}
