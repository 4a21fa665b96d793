/**
 * The stack that a distribution's plan is installed as. The two hyphens keep `web-shop` in `dev` apart from `shop` in
 * `dev-web`, in names and in policies that say `plancc-dev--*`.
 */
export const planStackName = (environment: string, name: string): string => `plancc-${environment}--${name}`;
