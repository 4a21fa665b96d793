import { fileURLToPath } from 'node:url';

/** A file that comes with plancc, by its path in the package; the bundle that runs lies in `dist/`. */
export const installed = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
