import { type Problem, problem } from '../diagnostics/problem.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { isList, isObject, objectOr } from '../language/json.js';
import type { Project } from '../source/project.js';
import { readDocument } from '../source/read.js';
import type { GivenParameter } from './given-parameters.js';

/** What a template-configuration file says, as far as a check needs it. */
export interface Configuration {
  readonly parameters: readonly GivenParameter[];
  readonly problems: readonly Problem[];
}

const sections = ['Parameters', 'Tags', 'StackPolicy'];

/**
 * Reads a template-configuration file, as CodePipeline's CloudFormation action takes it:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html
 * `path` is a readable file of the project.
 */
export function readConfiguration(project: Project, path: string): Configuration {
  const document = readDocument(path, project.read(path) ?? '');
  const wrong = (at: readonly string[], reason: string, help: string | undefined, on?: 'key'): Problem =>
    problem('PLAN3017', { file: path, path: at, on }, { reason }, { help });
  const { value } = document;
  if (value === undefined) return { parameters: [], problems: document.problems };
  if (!isObject(value))
    return {
      parameters: [],
      problems: [
        wrong([], 'it is not an object', 'write an object with `Parameters`, `Tags` or `StackPolicy`'),
      ],
    };
  const problems: Problem[] = [...document.problems];
  for (const section of Object.keys(value)) {
    if (!sections.includes(section)) {
      const help = didYouMean(section, sections, 'sections of a template configuration');
      problems.push(wrong([section], `\`${section}\` is not a section of it`, help, 'key'));
    } else if (!isObject(value[section])) {
      problems.push(
        wrong([section], `\`${section}\` must be an object`, 'write names with their values under it'),
      );
    }
  }
  const parameters = objectOr(value.Parameters);
  for (const [name, given] of Object.entries(parameters)) {
    if (typeof given === 'object') {
      const help = isList(given)
        ? 'write its items in one text, with commas between them'
        : 'write it as text';
      problems.push(wrong(['Parameters', name], `the value of \`${name}\` must be text`, help));
    }
  }
  return {
    problems,
    parameters: Object.entries(parameters).map(([name, given]) => ({
      name,
      value: given,
      key: { file: path, path: ['Parameters', name], on: 'key' },
      place: { file: path, path: ['Parameters', name] },
    })),
  };
}
