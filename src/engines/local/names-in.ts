import { readdirSync } from 'node:fs';

/** Names of what is in a folder; none where it is not there, or cannot be read now: all who ask look again. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
