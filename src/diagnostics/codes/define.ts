export type Severity = 'error' | 'warning';

/** One diagnostic code: a short title, its severity, and its message as a function of named values. */
export interface CodeDefinition<Values> {
  readonly title: string;
  readonly severity: Severity;
  readonly message: (values: Values) => string;
}

export const error = <Values = Record<never, never>>(
  title: string,
  message: (values: Values) => string,
): CodeDefinition<Values> => ({ title, severity: 'error', message });

export const warning = <Values = Record<never, never>>(
  title: string,
  message: (values: Values) => string,
): CodeDefinition<Values> => ({ title, severity: 'warning', message });
