import { unsupported } from './documented.js';
import type { Member, Model } from './model.js';
import { camelCase, errorPrefix, parameterName } from './names.js';

/**
 * The line of a service: its name, other names it goes by, how its errors begin, its operations with their parameters.
 * `!` marks what is required, `-` an operation that Step Functions cannot call, `?` a service that it does not list.
 */
export function serviceLine(model: Model, aliases: readonly string[], isListed: boolean): string {
  const prefix = errorPrefix(model.metadata.serviceId);
  const name = prefix.toLowerCase();
  const operations = Object.keys(model.operations)
    .sort()
    .map((operation) =>
      isUnsupported(model, name, operation)
        ? `-${camelCase(operation)}`
        : `${camelCase(operation)}(${parametersOf(model, name, operation).join(',')})`,
    );
  return [`${isListed ? '' : '?'}${name}`, aliases.join(',') || '-', prefix, ...operations].join(' ');
}

/** A service of which nothing but its name is known: it is no more, or newer than the models. */
export const emptyLine = (prefix: string): string => `${prefix.toLowerCase()} - ${prefix}`;

function isUnsupported(model: Model, service: string, operation: string): boolean {
  const { input, output } = model.operations[operation]!;
  const streams = [input, output].some(
    (side) =>
      side !== undefined &&
      Object.values(model.shapes[side.shape]!.members ?? {}).some(
        ({ shape }) => model.shapes[shape]!.eventstream,
      ),
  );
  return streams || (unsupported[service] ?? []).includes(operation);
}

/** In Java a field cannot have these names, and is called `PackageValue` instead. */
const reserved = /^(package|return|overrideConfiguration)$/;

/** Parameters that the SDK for Java has besides those of the model, and required ones that may be given by them. */
const additions: { readonly [service: string]: { readonly [operation: string]: readonly string[] } } = {
  s3: {
    CopyObject: ['SourceBucket', 'SourceKey', 'SourceVersionId', 'DestinationBucket', 'DestinationKey'],
    UploadPartCopy: ['SourceBucket', 'SourceKey', 'SourceVersionId', 'DestinationBucket', 'DestinationKey'],
  },
};

function parametersOf(model: Model, service: string, operation: string): readonly string[] {
  const { input } = model.operations[operation]!;
  if (input === undefined) return [];
  const { members = {}, required = [] } = model.shapes[input.shape]!;
  const added = additions[service]?.[operation] ?? [];
  // For these the SDK signs a URL itself, for which it has to know the region of the source.
  const signed = 'PreSignedUrl' in members ? ['SourceRegion'] : [];
  const own = Object.entries(members).flatMap(([member, value]) => {
    const name = parameterName(member);
    if (reserved.test(camelCase(member))) return [name, `${name}Value`];
    const isRequired =
      required.includes(member) && added.length === 0 && !isFilledIn(model, service, value, member);
    return [isRequired ? `${name}!` : name];
  });
  return [...own, ...added, ...signed];
}

/** Whether the SDK, or the body of a request, may give a required value where the state does not. */
const isFilledIn = (model: Model, service: string, member: Member, name: string): boolean =>
  member.idempotencyToken === true ||
  member.streaming === true ||
  model.shapes[member.shape]!.streaming === true ||
  // https://docs.aws.amazon.com/amazonglacier/latest/dev/api-common-request-headers.html: `-` is the account that asks.
  (service === 'glacier' && name === 'accountId');
