import type { Path } from '../../diagnostics/problem.js';
import { isSame, type Located } from './located.js';

/** Fields that an object must have and has not; with `one`, it must have one of them. */
export interface Lack {
  readonly at: Path;
  readonly names: readonly string[];
  readonly one: boolean;
}

export function lacksIn(errors: readonly Located[]): readonly Lack[] {
  const lacks = errors.flatMap((error) => lackOf(error) ?? []);
  return lacks.filter((one) => !lacks.some((other) => isPart(one, other)));
}

export function lackOf({ keyword, params, at }: Located): Lack | undefined {
  if (keyword === 'required' || keyword === 'dependencies') {
    return { at, names: [String(params.missingProperty)], one: false };
  }
  const lacksAll = keyword === 'exactlyOne' && (params.found as readonly string[]).length === 0;
  return lacksAll ? { at, names: params.group as readonly string[], one: true } : undefined;
}

/** `Output` needs `Dependency`, and of `Dependency` and its like there must be one: that is said once. */
const isPart = (one: Lack, all: Lack): boolean =>
  one.names.length < all.names.length &&
  isSame(one.at, all.at) &&
  one.names.every((name) => all.names.includes(name));

export const missingAt = (lacks: readonly Lack[], at: Path): readonly string[] =>
  lacks.filter((lack) => isSame(lack.at, at)).flatMap(({ names }) => names);

/** What one object lacks is one mistake. */
export function together(lacks: readonly Lack[]): readonly Lack[] {
  const places = new Map<string, Lack>();
  for (const lack of lacks) {
    const place = JSON.stringify(lack.one ? [lack.at, lack.names] : [lack.at]);
    const before = lack.one ? undefined : places.get(place);
    places.set(place, before === undefined ? lack : { ...before, names: [...before.names, ...lack.names] });
  }
  return [...places.values()];
}
