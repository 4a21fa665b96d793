/** The stack that a distribution's plan is installed as. */
export const planStackName = (environment: string, name: string): string => `plancc-${environment}-${name}`;
