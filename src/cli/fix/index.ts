import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from '../../diagnostics/codes/index.js';
import type { Position } from '../../diagnostics/position.js';
import type { Problem } from '../../diagnostics/problem.js';
import { unwritable, unwritableBecause } from '../../distribution/output.js';
import { isSystemError } from '../../distribution/system-reason.js';
import { type CompileOptions, compilePlan, inFolder, type NamedPlan, unread } from '../compile-plan.js';
import { type PlanFile, readPlanFile } from '../plan-file.js';
import { announce } from '../report.js';
import type { Terminal } from '../terminal.js';
import { writeWhole } from '../write-whole.js';
import { fixText } from './fix-text.js';

/** Something that was fixed in a file. */
export interface FixedPlace {
  readonly code: Code;
  readonly file: string;
  /** Where it stood before. */
  readonly start: Position;
  readonly was: string;
  readonly text: string;
}

/** For what no log should show. */
const hidden = '****';

/** The plan that an argument names with everything fixed that is certain, and compiled as it is then. */
export async function fixNamed(
  argument: string,
  options: CompileOptions,
  terminal: Terminal,
): Promise<NamedPlan & { readonly fixed: readonly FixedPlace[] }> {
  const plan = readPlanFile(argument, terminal, 'plan or definition');
  if ('problems' in plan) return { ...(await unread(plan)), fixed: [] };
  announce(plan, options, terminal);
  const compiled = (text: string) => compilePlan({ ...plan, text }, plan.root, options);
  const { text, fixed } = await fixText(
    plan.file,
    plan.text,
    async (text) => (await compiled(text)).problems,
  );
  const unwritten = text === plan.text ? [] : write(plan, text);
  if (unwritten.length > 0) return { ...(await unread({ problems: unwritten })), fixed: [] };
  return {
    ...(await compiled(text)),
    fixed: fixed.map(({ problem: { code, fix, concealed }, start, was }) => ({
      code,
      file: inFolder(plan.folder)(plan.file),
      start,
      was: concealed ? hidden : was,
      text: concealed ? hidden : String(fix!.text),
    })),
  };
}

/** Puts the text in the place of the file, with its byte order mark and its mode; a link stays a link. */
function write({ root, file, text: before }: PlanFile, text: string): readonly Problem[] {
  const path = join(root, file);
  try {
    const real = realpathSync(path);
    const now = readFileSync(real, 'utf8');
    const mark = now.startsWith('\uFEFF') ? '\uFEFF' : '';
    if (now !== mark + before) return [unwritable(path, 'it was changed meanwhile', 'run the command again')];
    writeWhole(real, mark + text, statSync(real).mode);
    return [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [unwritableBecause(path, error)];
  }
}
