import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';

/** `name`, `name:latest`, with a registry that may have a port. */
const moving = /^(?!.*@sha256:)[^\s${}]*?(?:\/|^)[^/:\s${}]+(?::latest)?$/;

/** Images that are another one tomorrow: a version that is deployed again would not be the same. */
export const checkImages = (plan: Plan): readonly Problem[] =>
  [...plan.runners].flatMap(([name, { Image }]) => {
    if (typeof Image !== 'string' || !moving.test(Image)) return [];
    const place = { file: plan.document.file, path: ['Runners', name, 'Image'] };
    const help = 'name a version, or better a digest: `…@sha256:…`';
    return problem('PLAN3043', place, { image: Image }, { help });
  });
