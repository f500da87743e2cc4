import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProgram } from '../program';
import { Surroundings } from '../Surroundings';

/** Test: a folder of its own, gone at the end. */
export class TestFolder {
  readonly path: string;

  static async create(files: Record<string, string> = {}) {
    const folder = new TestFolder(
      await mkdtemp(join(tmpdir(), 'agentgov-cli-')),
    );
    for (const [name, text] of Object.entries(files)) {
      await folder.write(name, text);
    }
    return folder;
  }

  private constructor(path: string) {
    this.path = path;
  }

  async write(name: string, text: string): Promise<void> {
    const file = join(this.path, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** Test: runs the command line tool in a folder, and what it said. */
export async function runIn(
  cwd: string,
  args: readonly string[],
  changes: Partial<Surroundings> = {},
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await runProgram(args, {
    cwd,
    env: {},
    colours: false,
    out: text => {
      said.out += text;
    },
    err: text => {
      said.err += text;
    },
    fetch: () => Promise.reject(new Error('this command asks no portal')),
    ended: new AbortController().signal,
    ...changes,
  });
  return { code, ...said };
}

/** Test: a policy that denies during a freeze. */
export const FREEZE_POLICY = `apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata: { name: code-freeze }
spec:
  owner: group:default/platform
  level: organization
  rules:
    - name: frozen
      effect: deny
      when: conditions.freeze.active
      because: A freeze is in force.
`;

/** Test: fixtures that try all of it. */
export const FREEZE_FIXTURES = `schemaVersion: 1
defaults: { portal: allow }
fixtures:
  - name: frozen
    given: { conditions.freeze.active: true }
    expect: { verdict: deny, rule: code-freeze/frozen }
  - name: not frozen
    expect: { verdict: allow }
`;

/** Test: an exported organization in which the platform team speaks for it. */
export function organizationText(changes: object = {}): string {
  return JSON.stringify({
    schemaVersion: 1,
    exportedAt: '2026-11-20T10:00:00.000Z',
    policyAdmins: ['group:default/platform'],
    environments: [
      {
        name: 'staging',
        owner: 'group:default/platform',
        rank: 1,
        production: false,
      },
      {
        name: 'production',
        owner: 'group:default/sre',
        rank: 2,
        production: true,
      },
    ],
    requiredLevels: [],
    groups: [{ ref: 'group:default/platform' }],
    entities: [
      { ref: 'component:default/mailer', owner: 'group:default/support' },
    ],
    actions: [
      {
        id: 'deployments:deploy',
        title: 'Deploy',
        effectClass: 'keyed',
        mutates: true,
        targetKinds: ['component'],
        quotesContext: true,
        takesSecrets: false,
        tags: [],
      },
    ],
    ...changes,
  });
}
