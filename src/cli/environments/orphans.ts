import { newestDeployment } from '../../environment/deployments.js';
import { environmentNames } from '../../environment/environments.js';
import { readInventory } from '../../environment/inventory.js';
import { entryOf } from '../../environment/keys.js';
import { type OwnedStack, type Owner, orphansAmong } from '../../environment/orphans.js';
import { stateTag } from '../../states/cfn/owner.js';
import type { ExitCode } from '../command.js';
import { located } from '../compile-plan.js';
import { give, report, say } from '../report.js';
import { deploymentIds } from './deployment-names.js';
import { namesEverOf } from './environment-names.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { sourceOfVersion } from './source-of-version.js';
import { table } from './table.js';

interface OrphanOptions extends PlaceOptions {
  readonly env: string | undefined;
}

/** Lists the stacks that no distribution owns which runs now. Nothing is deleted. */
export async function orphans(places: Places<OrphanOptions>): Promise<ExitCode> {
  const { options, terminal } = places;
  const { found, problems } = await places.each(options.env, async (place) => {
    const stacks = (await place.stacks.owned()).filter(
      ({ environment }) => options.env === undefined || options.env === environment,
    );
    // Stacks may be all that is left of one.
    if (stacks.length === 0 && options.env !== undefined) await namesEverOf(place, options.env);
    const environments = await environmentNames(place.store);
    const owners = await Promise.all(environments.map((environment) => ownersIn(place, environment, stacks)));
    return orphansAmong(stacks, environments, owners.flat()).map((orphan) => ({
      ...orphan,
      place: place.name,
    }));
  });
  const all = found.flat();
  if (!options.json) {
    give(
      table(
        all.map(({ stack, place, reason }) => [
          stack.name,
          place,
          `${stack.distribution} in ${stack.environment}`,
          reason,
        ]),
      ),
      terminal,
    );
    if (all.length === 0 && problems.length === 0)
      say('every stack belongs to something that runs', options, terminal);
  }
  const shown = all.map(({ stack: { changed: _, ...stack }, place, reason }) => ({
    ...stack,
    place,
    reason,
  }));
  return report(await located(problems), { orphans: shown }, options, terminal);
}

/** The distributions that were deployed to an environment, as far as there are stacks of them. */
async function ownersIn(
  { store }: Place,
  environment: string,
  stacks: readonly OwnedStack[],
): Promise<readonly Owner[]> {
  const asked = new Set(
    stacks.filter((one) => one.environment === environment).map((one) => one.distribution),
  );
  const names = [...(await deploymentIds(store, environment)).keys()].filter((name) => asked.has(name));
  return Promise.all(
    names.map(async (distribution): Promise<Owner> => {
      const [runs, last] = await Promise.all([
        readInventory(store, environment, distribution),
        newestDeployment(store, environment, distribution, () => true),
      ]);
      const versions = [
        ...new Map([runs, last].flatMap((one) => (one ? [[one.id, one] as const] : []))).values(),
      ];
      const sources = await Promise.all(
        versions.map(({ version, id }) => sourceOfVersion(store, { name: distribution, version, id })),
      );
      const states = sources.flatMap((source) =>
        [...(source?.states.values() ?? [])].map(({ state }) => state),
      );
      return {
        environment,
        distribution,
        versions: versions.map(({ version }) => version),
        states: new Set(states.map((state) => stateTag(entryOf(state, [])))),
      };
    }),
  );
}
