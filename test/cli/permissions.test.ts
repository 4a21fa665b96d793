import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { whyWildcard } from '../../src/asl/wildcard.js';
import { planIds } from '../../src/cloudformation/logical-id.js';
import type { Emitted } from '../../src/compiler/emit/index.js';
import { rolePermissions } from '../../src/compiler/emit/role-permissions.js';
import type { JsonObject } from '../../src/source/document.js';
import { flat, grants } from '../asl/grants.js';
import { permissionsFolder, permissionsFor, uses } from '../asl/uses.js';
import { inFolder } from '../folder.js';
import { cases, compileFolder, fixtures, matches } from '../golden.js';
import { bad, plancc } from './plancc.js';

const permissions = suite('plancc permissions');

const resource = 'arn:aws:states:::ecs:runTask.sync';
const text = `Name: shop
Version: 1.0.0
States:
  Migrate: { Type: runner, Properties: { Commands: [./migrate] } }
  Report:
    Type: Task
    Resource: ${resource}
    Parameters: { TaskDefinition: "report:7", Cluster: jobs, Tags: [{ Key: a, Value: b }] }
    ResultPath: $.output.Report
  Smoke: { Type: lambda, Properties: { FunctionName: "\${{ States.Report.Name }}" } }
  Seed: { Type: runner, Properties: { Commands: [./seed] } }
`;

permissions(
  'each with what it is on, why that is more than one thing, when it holds, and the lines that need it',
  inFolder({ 'plan.yaml': text, 'bad/plan.yaml': bad }, (cwd) => {
    const { status, stdout, stderr } = plancc(['permissions'], { cwd });
    assert.equal([status, stderr], [0, '']);
    matches(join(fixtures, 'permissions/shown.txt'), stdout);
    const failed = plancc(['permissions', 'bad'], { cwd });
    assert.equal([failed.status, failed.stdout], [1, '']);
    assert.match(failed.stderr, 'error[PLAN2001]');
  }),
);

permissions(
  '--json says the same',
  inFolder({ 'plan.yaml': text }, (cwd) => {
    const { stdout } = plancc(['permissions', '--json'], { cwd });
    const found = JSON.parse(stdout).permissions as readonly {
      readonly actions: readonly string[];
      readonly resources: readonly { readonly arn: string; readonly wildcard?: string }[];
      readonly neededBy: readonly {
        readonly state: string;
        readonly line: number;
        readonly column: number;
      }[];
    }[];
    const worker = found.find(({ resources }) => resources[0]!.arn === '${PlanccWorkerArn}')!;
    assert.equal(worker.neededBy, [
      { state: 'Migrate', line: 4, column: 3 },
      { state: 'Seed', line: 11, column: 3 },
    ]);
    const stop = found.find(({ actions }) => actions.includes('ecs:StopTask'))!;
    assert.is(stop.resources[0]!.wildcard, 'a task has no name before it starts');
  }),
);

/** What the policies of the plan's role in a template grant. */
function granted({ template }: Emitted) {
  const resources = Object.entries(template.Resources as { readonly [id: string]: JsonObject });
  const documents = resources.flatMap(([id, { Type, Properties }]) => {
    const {
      Policies = [],
      PolicyDocument,
      Roles,
    } = (Properties ?? {}) as {
      readonly Policies?: readonly { readonly PolicyDocument: JsonObject }[];
      readonly PolicyDocument?: JsonObject;
      readonly Roles?: readonly JsonObject[];
    };
    if (id === planIds.role) return Policies.map((policy) => policy.PolicyDocument);
    return /^AWS::IAM::(Managed)?Policy$/.test(String(Type)) && Roles?.some(({ Ref }) => Ref === planIds.role)
      ? [PolicyDocument!]
      : [];
  });
  type Statement = {
    readonly Action: string[];
    readonly Resource: string[];
    readonly Condition?: JsonObject;
  };
  const statements = documents.flatMap(({ Statement }) => Statement as unknown as readonly Statement[]);
  return grants(
    statements.map(({ Action: actions, Resource: resources, Condition: condition }) => ({
      actions,
      resources,
      ...(condition && { condition }),
    })),
  );
}

const lines = (found: readonly (readonly [string, string])[]) =>
  [...new Set(found.map((grant) => grant.join(' ')))].sort();

permissions('are those of the role in the template, neither more nor less', () => {
  const folders = cases('compile');
  assert.ok(folders.length > 5);
  for (const name of folders) {
    const { plan, output } = compileFolder(join(fixtures, 'compile', name));
    if (plan === undefined || output === undefined) continue;
    const shown = rolePermissions(plan, output.permissions).map(({ resources, ...permission }) => ({
      ...permission,
      resources: resources.map(({ arn }) => arn),
    }));
    const role = granted(output);
    assert.equal(
      lines(grants(shown)).filter((grant) => !covered(grant, role)),
      [],
      name,
    );
    assert.equal(
      lines(role).filter((grant) => !lines(grants(shown)).includes(grant)),
      [],
      name,
    );
  }
});

/** What is granted on everything is not granted on one thing besides. */
const covered = (grant: string, role: readonly (readonly [string, string])[]) =>
  lines(role).includes(grant) || lines(role).includes(`${grant.split(' ')[0]} *`);

permissions('every star is explained', () => {
  const explained = uses.flatMap((use) =>
    permissionsFor(use).flatMap(({ actions, resources }) =>
      resources.map(flat).flatMap((arn) => {
        const why = whyWildcard(actions, arn);
        assert.is(why === undefined, !/[*?]/.test(arn.replace(/\$\{[^}]*\}/g, '')), arn);
        return why === undefined ? [] : [`${arn === '*' ? `* of ${actions.join(', ')}` : arn}\n  ${why}\n`];
      }),
    ),
  );
  matches(join(permissionsFolder, 'wildcards.txt'), [...new Set(explained)].sort().join(''));
});

permissions.run();
