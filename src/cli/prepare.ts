import type { ExitCode } from './command.js';
import { type CompileOptions, compilePlan, inFolder, located } from './compile-plan.js';
import { commandsBefore } from './package.js';
import type { PlanFile } from './plan-file.js';
import { announce, report, say } from './report.js';
import type { Terminal } from './terminal.js';

/** Mistakes that no command can mend: in the plan's text and fields, the ways between its states, and their references. */
const ofThePlanAlone = /^PLAN([012]|400[^2]|40[13])/;

/** Runs the commands of `Package.Before` in a copy of the project, and then `build` there; without any, in place. */
export async function inPreparedProject<Built>(
  plan: PlanFile,
  options: CompileOptions,
  terminal: Terminal,
  build: (root: string) => Promise<Built>,
): Promise<Built | ExitCode> {
  // Most plans have none, and need not be compiled twice.
  if (!/\bBefore\b/.test(plan.text)) return build(plan.root);
  announce(plan, options, terminal);
  const compiled = await compilePlan(plan, plan.root, options);
  const commands = commandsBefore(compiled.plan?.value ?? {});
  if (commands.length === 0) return build(plan.root);
  if (compiled.problems.some(({ code, severity }) => severity === 'error' && ofThePlanAlone.test(code)))
    return report(compiled.diagnostics, {}, options, terminal);

  const { runBefore } = await import('../distribution/before.js');
  const held: Buffer[] = [];
  say('running the commands of Package.Before in a copy of the project', options, terminal);
  const prepared = await runBefore({
    root: plan.root,
    commands,
    place: (index) => ({ file: plan.file, path: ['Package', 'Before', index] }),
    onOutput: (chunk) => {
      if (options.quiet) held.push(chunk);
      else terminal.err.write(chunk);
    },
    signal: terminal.interruption(),
  });
  if ('problems' in prepared) {
    for (const chunk of held) terminal.err.write(chunk);
    return report(
      await located(prepared.problems, compiled.documents, inFolder(plan.folder)),
      {},
      options,
      terminal,
    );
  }
  try {
    return await build(prepared.root);
  } finally {
    prepared.dispose();
  }
}
