/** Whether a service has refused a request with one of these errors: every exception of the SDK carries the name of the error. */
export const isNamed = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof Error && names.includes(error.name);
