import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Place, type Problem, problem, type Related } from '../diagnostics/problem.js';
import { ignoreFile, type Patterns } from './ignore.js';
import { usual } from './usual.js';

export interface Needed {
  readonly path: string;
  readonly state: string;
  /** Of the state. */
  readonly place: Place;
}

/** Folders that a state needs and of which nothing is packed; needed files are packed in any case. */
export async function leftOut(
  needed: readonly Needed[],
  packed: readonly string[],
  root: string,
  patterns: Patterns,
): Promise<readonly Problem[]> {
  const absent = needed.filter(
    ({ path }) => path !== '' && !packed.some((file) => file === path || file.startsWith(`${path}/`)),
  );
  if (absent.length === 0) return [];
  const excluded = await excluder(root, patterns);
  return absent.map(({ path, state, place }) => {
    const by = excluded(path);
    const help =
      by === undefined
        ? `put the files into \`${path}\` that the state needs: there are none`
        : `remove or narrow the pattern \`${by.pattern}\`${by.where}, or name \`${path}\` in \`Package.Include\``;
    return problem('PLAN6014', place, { path, state }, { help, related: by?.related(place.file) });
  });
}

interface Excluded {
  readonly pattern: string;
  /** In words that follow the pattern. */
  readonly where: string;
  readonly related: (plan: string) => readonly Related[];
}

/** Finds the pattern that leaves out a folder, or else the first thing in it. */
async function excluder(root: string, { ignoreText = '', exclude = [] }: Patterns) {
  const { default: ignore } = await import('ignore');
  const rules = ignore({ ignorecase: false })
    .add(usual)
    .add(ignoreText.split(/\r?\n/).map((pattern, line) => ({ pattern, mark: `line ${line + 1}` })))
    .add(exclude.map((pattern, index) => ({ pattern, mark: `${index}` })));
  return (path: string): Excluded | undefined => {
    const names = readdirSync(join(root, path), { withFileTypes: true });
    const inside = names.map((entry) => `${path}/${entry.name}${entry.isDirectory() ? '/' : ''}`);
    const rule = [`${path}/`, ...inside].map((one) => rules.test(one).rule).find((one) => one !== undefined);
    if (rule === undefined) return undefined;
    const { pattern, mark } = rule;
    const message = `\`${pattern}\` leaves it out`;
    if (mark === undefined) return { pattern, where: ', which plancc always has', related: () => [] };
    if (mark.startsWith('line')) {
      const note: Related = { place: { file: ignoreFile }, message: `${mark}: ${message}` };
      return { pattern, where: ` of \`${ignoreFile}\``, related: () => [note] };
    }
    const at = ['Package', 'Exclude', Number(mark)];
    return {
      pattern,
      where: ' of `Package.Exclude`',
      related: (file) => [{ place: { file, path: at }, message }],
    };
  };
}
