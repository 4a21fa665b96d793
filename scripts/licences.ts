import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundling.js';

interface Package {
  readonly title: string;
  readonly repository: string;
  readonly licence: string | undefined;
}

/** The licences of the packages that files are of, which ask to be handed on with them; each once. */
export function licences(files: readonly string[]): string {
  const folders = new Set(
    files.flatMap((file) => file.match(/.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/) ?? []),
  );
  const packages = [...folders].sort().map(read);
  const byText = new Map<string, string[]>();
  for (const one of packages) {
    const text = one.licence ?? ofRepository(packages, one);
    byText.set(text, [...(byText.get(text) ?? []), one.title]);
  }
  return [...byText]
    .map(([text, titles]) => `${titles.join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function read(folder: string): Package {
  const path = join(root, folder);
  const { name, version, license, repository } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
  return {
    title: `${name} ${version} (${license})`,
    repository: repository?.url ?? String(repository),
    licence: file && readFileSync(join(path, file), 'utf8').trim(),
  };
}

/** Some packages of one repository leave their common licence out. */
function ofRepository(packages: readonly Package[], { title, repository }: Package): string {
  const found = packages.find((other) => other.repository === repository && other.licence !== undefined);
  if (found === undefined) throw new Error(`${title} has no licence file`);
  return found.licence!;
}
