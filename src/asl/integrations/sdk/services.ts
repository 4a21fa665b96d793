/** A parameter of an operation, by the name it has in a state. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
}

/** A service behind `aws-sdk:`, by the name it has there. */
export interface Service {
  readonly name: string;
  /** How the names of its errors begin: `DynamoDb`. */
  readonly errorPrefix: string;
  /** Whether Step Functions says that it can call it. */
  readonly isListed: boolean;
  /** In camel case. Empty when nothing is known but the service's name. */
  readonly operations: readonly string[];
  /** Whether Step Functions says that it cannot call an operation which the service has. */
  readonly refuses: (operation: string) => boolean;
  /** Undefined for an operation that cannot be called, or is not known. */
  readonly parameters: (operation: string) => readonly Parameter[] | undefined;
}

/** The services of AWS and their operations, as they were at some time. */
export interface Services {
  /** `May 2026` */
  readonly asOf: string;
  /** Those that Step Functions says it can call. */
  readonly names: () => readonly string[];
  readonly service: (name: string) => Service | undefined;
  /** The service that goes by another name elsewhere: `cloudwatchlogs` for `logs`. */
  readonly otherwiseCalled: (name: string) => string | undefined;
  /** Whether a word of letters, with a capital or not, is part of the name of some operation or parameter. */
  readonly hasWord: (word: string) => boolean;
}

/** Reads `data/aws-services.txt`, of which a line is parsed when its service is asked for. */
export function parseServices(text: string): Services {
  const [, year, month] = /^.* (\d{4})-(\d{2})\n/.exec(text)!;
  const lines = once(() => [...text.matchAll(/^(\??)([a-z0-9]+) (\S+) /gm)]);
  const read = new Map<string, Service | undefined>();
  return {
    asOf: `${months[Number(month) - 1]} ${year}`,
    names: once(() => lines().flatMap(([, unlisted, name]) => (unlisted === '' ? [name!] : []))),
    service: (name) => {
      if (!read.has(name)) read.set(name, serviceIn(text, name));
      return read.get(name);
    },
    otherwiseCalled: (name) =>
      lines().find(([, , , others]) => others !== noOthers && others!.split(',').includes(name))?.[2],
    hasWord: (word) => {
      const first = word.charAt(0);
      return new RegExp(
        `(?<![a-z])[${first.toLowerCase()}${first.toUpperCase()}]${word.slice(1)}(?![a-z])`,
      ).test(text);
    },
  };
}

const noOthers = '-';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];

function serviceIn(text: string, wanted: string): Service | undefined {
  const start = [`\n${wanted} `, `\n?${wanted} `].map((head) => text.indexOf(head)).find((at) => at !== -1);
  if (start === undefined) return undefined;
  const line = text.slice(start + 1, text.indexOf('\n', start + 1));
  const [name = '', , errorPrefix = '', ...operations] = line.split(' ');
  const known = new Map(
    operations.map((operation) => {
      const [operationName = '', parameters = ''] = operation.split(/[()]/);
      return [operationName, parameters] as const;
    }),
  );
  return {
    name: wanted,
    errorPrefix,
    isListed: !name.startsWith('?'),
    operations: [...known.keys()].filter((operation) => !operation.startsWith('-')),
    refuses: (operation) => known.has(`-${operation}`),
    parameters: (operation) => {
      const parameters = operation.startsWith('-') ? undefined : known.get(operation);
      return parameters?.split(',').flatMap((parameter) => {
        const required = parameter.endsWith('!');
        return parameter === '' ? [] : [{ name: required ? parameter.slice(0, -1) : parameter, required }];
      });
    },
  };
}

/** The table is asked about by many states. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
