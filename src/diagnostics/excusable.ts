/**
 * Something of the project is missing or not usable, which the commands of `Package.Before` may yet make: a warning before
 * they have run, an error after.
 */
export const excusable: ReadonlySet<string> = new Set([
  'PLAN3001',
  'PLAN3013',
  'PLAN3020',
  'PLAN3021',
  'PLAN6002',
]);
