import { readdirSync } from 'node:fs';

/** What lies in a folder before anything is begun in it, also after `npm install --save-dev plancc`. */
const firstFiles =
  /^(\..*|(readme|licen[cs]e|copying|notice|contributing|changelog|security|code_of_conduct)(\..*)?|node_modules|package(-lock)?\.json)$/i;

/** Whether there is nothing of a project in a folder, or no folder. */
export function isNew(folder: string): boolean {
  try {
    return readdirSync(folder).every((name) => firstFiles.test(name));
  } catch {
    return true;
  }
}
