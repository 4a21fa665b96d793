import { type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { deploymentIds } from './deployment-names.js';
import { namesOf } from './environment-names.js';
import type { Places, Read } from './places.js';

/** Why there is no such deployment, where it was looked for; `says` is what would be true of it. */
export async function nothingFound(
  places: Places,
  { word, env }: { readonly word?: string | undefined; readonly env?: string | undefined },
  { problems }: Read<unknown>,
  says = 'goes on',
): Promise<Problem> {
  if (problems[0] !== undefined) return problems[0];
  const { command } = places;
  const where = env === undefined ? '' : ` in \`${env}\``;
  const at = env === undefined ? [] : ['--env', env];
  const { found, problems: missing } = await places.each(env, async (place) => {
    const environments = await namesOf(place, env);
    const ids = await Promise.all(environments.map((name) => deploymentIds(place.store, name)));
    return { place: place.name, environments, names: ids.flatMap((known) => [...known.keys()]) };
  });
  if (missing[0] !== undefined) return missing[0];
  const file = found.map(({ place }) => place).join(', ');
  const names = found.flatMap((one) => one.names);
  if (names.length === 0) {
    const [target = 'dev'] = found.flatMap(({ environments }) => environments);
    const help = `run \`${command('deploy', '--env', target)}\``;
    return problem('PLAN7024', { file }, { what: 'nothing was deployed yet', where }, { help });
  }
  if (word === undefined || names.includes(word)) {
    const which = word === undefined ? 'no deployment' : `no deployment of \`${word}\``;
    const what = `${which} ${says}`;
    const help = `see what there was: \`${command('history', ...at)}\``;
    return problem('PLAN7024', { file }, { what, where }, { help });
  }
  const help = didYouMean(word, [...new Set(names)], 'distributions');
  return problem('PLAN7023', { file }, { word, where }, { help });
}
