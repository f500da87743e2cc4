import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  Entity,
  groupEntityV1alpha1Validator,
  KindValidator,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { mcpServerApiEntityValidator } from '@backstage/catalog-model/alpha';
import {
  isAgentEntity,
  isAgentPolicyEntity,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  compilePolicy,
  parsePolicy,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { parse, parseAllDocuments } from 'yaml';
import { readAgents } from './agents/readAgents';

const root = resolve(__dirname, '../../../..');
const acme = resolve(root, 'examples/acme');

const validators: Record<string, KindValidator> = {
  API: apiEntityV1alpha1Validator,
  Component: componentEntityV1alpha1Validator,
  Domain: domainEntityV1alpha1Validator,
  Group: groupEntityV1alpha1Validator,
  Resource: resourceEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
  User: userEntityV1alpha1Validator,
};

function validatorOf({ kind, spec }: Entity): KindValidator {
  return spec?.type === 'mcp-server'
    ? mcpServerApiEntityValidator
    : validators[kind];
}

/** Where an entity names others, and of which kind when it does not say. */
const referenceKinds: Record<string, string> = {
  owner: 'group',
  system: 'system',
  domain: 'domain',
  parent: 'group',
  memberOf: 'group',
  dependsOn: 'component',
  providesApis: 'api',
  consumesApis: 'api',
  operates: 'component',
  entity: 'component',
};

function readCatalog(file: string): Entity[] {
  const text = readFileSync(resolve(acme, file), 'utf8');
  return parseAllDocuments(text).map(document => document.toJS());
}

function readConfig(file: string) {
  return parse(readFileSync(resolve(root, file), 'utf8'));
}

function referencesOf({ spec = {} }: Entity): string[] {
  return Object.entries(referenceKinds).flatMap(([field, defaultKind]) =>
    [spec[field] ?? []]
      .flat()
      .map(ref =>
        stringifyEntityRef(parseEntityRef(String(ref), { defaultKind })),
      ),
  );
}

describe('Acme', () => {
  const entities = [
    ...readCatalog('catalog.yaml'),
    ...readCatalog('people.yaml'),
  ];
  const policies = readCatalog('policies.yaml');
  let agents: Entity[];
  let refs: Set<string>;

  beforeAll(async () => {
    agents = await readAgents({
      agentsFolder: resolve(acme, 'agents'),
      keysFolder: resolve(acme, 'no-keys-here'),
    });
    refs = new Set(
      [...entities, ...agents, ...policies].map(one => stringifyEntityRef(one)),
    );
  });

  it('is made of entities the catalog accepts', async () => {
    for (const entity of entities) {
      await expect(validatorOf(entity).check(entity)).resolves.toBe(true);
    }
    expect(agents.every(isAgentEntity)).toBe(true);
    expect(policies.every(isAgentPolicyEntity)).toBe(true);
    expect(refs.size).toBe(entities.length + agents.length + policies.length);
  });

  it('names only what exists', () => {
    const dangling = [...entities, ...agents, ...policies].flatMap(entity =>
      referencesOf(entity).filter(ref => !refs.has(ref)),
    );
    expect(dangling).toEqual([]);
  });

  it('has policies that nothing is wrong with, of who may write them', () => {
    const { agentGovernance } = readConfig('app-config.demo.yaml');
    const { environments, policyAdmins } = agentGovernance;
    const authorities: Record<string, string[]> = {
      organization: policyAdmins,
      environment: environments.map(({ owner }: { owner: string }) => owner),
    };
    for (const entity of policies) {
      const parsed = parsePolicy(entity);
      expect(parsed).toMatchObject({ ok: true });
      const { document } = parsed as Extract<typeof parsed, { ok: true }>;
      expect(compilePolicy(document)).toMatchObject({ ok: true });
      expect(authorities[document.level] ?? [document.owner]).toContain(
        document.owner,
      );
    }
  });

  it('is configured with people, groups and facts that exist', () => {
    const { auth, agentGovernance } = readConfig('app-config.demo.yaml');
    const { people } = auth.providers.personas;
    const {
      environments,
      admins,
      policyAdmins,
      auditors,
      fallbackReviewers,
      context,
    } = agentGovernance;
    const named: string[] = [
      ...people.map(({ user }: { user: string }) => user),
      ...environments.map(({ owner }: { owner: string }) => owner),
      ...admins,
      ...policyAdmins,
      ...auditors,
      ...fallbackReviewers,
    ];
    expect(named.filter(ref => !refs.has(ref))).toEqual([]);
    expect(Object.keys(context.standards).sort()).toEqual(
      [...context.sources['acme-registry'].factTypes].sort(),
    );
  });

  it('gives each thing outside to one entity only', () => {
    const names = entities.flatMap(({ metadata }) =>
      Object.entries(metadata.annotations ?? {})
        .filter(([annotation]) => annotation.startsWith('acme.io/'))
        .map(entry => entry.join('=')),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
