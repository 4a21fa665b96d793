import type { Services } from '../asl/integrations/sdk/services.js';
import { hasErrors, type Problem } from '../diagnostics/problem.js';
import { objectOr } from '../language/json.js';
import type { KnownDependency, Plan } from '../language/plan.js';
import type { Document } from '../source/document.js';
import type { Project } from '../source/project.js';
import { readDocument } from '../source/read.js';
import { advise } from './check/advice.js';
import { withoutConsequences } from './check/consequences.js';
import { check } from './check/index.js';
import { checkLimits } from './check/limits.js';
import { concealSecrets } from './conceal.js';
import { asPlan, checkDefinition, isDefinition } from './definition.js';
import { type Emitted, emit } from './emit/index.js';
import { lower } from './lower/index.js';
import { excuseUnprepared } from './prepared.js';
import { resolve } from './resolve/index.js';
import { validate } from './validate/index.js';

export interface CompileInput {
  /** The plan's path, as messages show it; a definition of a state machine when it ends in `.asl.json` or `.asl.yaml`. */
  readonly file: string;
  readonly text: string;
  /** Reads the files that the plan names. */
  readonly project: Project;
  /** The distribution's version where the plan leaves it to the build. */
  readonly version?: string | undefined;
  /** Whether the commands of `Package.Before` have run: else files they may make are only warned of. */
  readonly prepared?: boolean | undefined;
  /** Distributions that are at hand, by name: what a plan takes of those it depends on is checked against them. */
  readonly dependencies?: ReadonlyMap<string, KnownDependency> | undefined;
  /** The services of AWS, asked for when the plan calls one; without them calls behind `aws-sdk:` are not checked. */
  readonly services?: (() => Services) | undefined;
}

export interface Compiled {
  /** Errors and warnings; with an error there is no output. */
  readonly problems: readonly Problem[];
  /** The plan's document and those of other files that problems are in, by file. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Undefined when the text could not be read. */
  readonly plan?: Plan;
  /** Undefined after an error, and for a definition, which is only checked. */
  readonly output?: Emitted;
}

/** Compiles a plan. Mistakes are in `problems`, never thrown. */
export function compile(input: CompileInput): Compiled {
  const { file, text, project, version, prepared = false, services, dependencies = new Map() } = input;
  const read = readDocument(file, text);
  const document = isDefinition(file) ? asPlan(read) : read;
  if (document.value === undefined) return finish(document, project, document.problems);

  const { problems: refused, invalid } = validate(document, { version });
  const plan = { ...resolve(document, project, invalid, version), services, knownDependencies: dependencies };
  const strict = isDefinition(file) ? checkDefinition(plan, objectOr(read.value)) : [];
  const found = [
    ...document.problems,
    ...refused,
    ...withoutConsequences(plan, refused, [...strict, ...check(plan)]),
  ];
  const problems = prepared ? found : excuseUnprepared(plan, found);
  if (hasErrors(problems)) return { ...finish(document, project, problems), plan };

  const output = emit(plan, lower(plan));
  const limits = checkLimits(plan, output);
  const finished = { ...finish(document, project, [...problems, ...advise(plan), ...limits]), plan };
  return hasErrors(limits) || isDefinition(file) ? finished : { ...finished, output };
}

function finish(document: Document, project: Project, problems: readonly Problem[]): Compiled {
  const documents = new Map([[document.file, document]]);
  for (const { place, related = [] } of problems) {
    for (const { file } of [place, ...related.map((other) => other.place)]) {
      if (!documents.has(file)) documents.set(file, readDocument(file, project.read(file) ?? ''));
    }
  }
  return { problems: concealSecrets(document, problems), documents };
}
