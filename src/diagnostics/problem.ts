import { type Code, codes, type MessageArguments, type Severity } from './codes/index.js';

/** Keys and indexes from the root of a document to a value, as in JSON. */
export type Path = readonly (string | number)[];

/**
 * Where a problem is: a value of a document by its path (`on: 'key'` for its key), or a stretch of the text.
 * `span` narrows a string value to some of its characters, counted in the value as read, not as quoted.
 */
export type Place =
  | {
      readonly file: string;
      readonly path: Path;
      readonly on?: 'key' | undefined;
      readonly span?: readonly [number, number] | undefined;
    }
  | { readonly file: string; readonly offset: readonly [number, number] }
  | { readonly file: string };

export interface Related {
  readonly place: Place;
  readonly message: string;
}

/**
 * What to write in place of something, where nothing else can be meant: a value or a key as it is to be read, for a
 * stretch of the text the characters themselves.
 */
export interface Fix {
  readonly place: Place;
  readonly text: string | number | boolean;
}

/** A mistake of the user as a value: found by a check, not yet tied to lines and columns. */
export interface Problem {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly help?: string | undefined;
  readonly related?: readonly Related[] | undefined;
  readonly fix?: Fix | undefined;
  /** Its line of the source holds a secret, which no log should show. */
  readonly concealed?: true;
}

export interface Extra {
  readonly help?: string | undefined;
  readonly related?: readonly Related[] | undefined;
  /** What must be meant at the place of the problem. */
  readonly meant?: Fix['text'] | undefined;
  readonly fix?: Fix | undefined;
}

/** Makes a problem of a registered code; its message is written in `codes/`, nowhere else. */
export function problem<C extends Code>(
  code: C,
  place: Place,
  values: MessageArguments<C>,
  { meant, ...extra }: Extra = {},
): Problem {
  const { severity, message } = codes[code] as {
    severity: Severity;
    message: (values: MessageArguments<C>) => string;
  };
  const fix = meant === undefined ? extra.fix : { place, text: meant };
  return { code, severity, message: message(values), place, ...extra, ...(fix && { fix }) };
}

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((found) => found.severity === 'error');
