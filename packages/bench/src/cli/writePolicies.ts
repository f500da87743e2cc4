import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Organization } from '@agentgov/backstage-plugin-agent-governance-common';

const IN_A_FILE = 10;
const TEAMS = 40;

/**
 * Writes so many policies, ten to a file, each with a fixture that it decides. No two have an expression in common: what is
 * compiled once is not compiled again.
 */
export function writePolicies(folder: string, number: number): void {
  mkdirSync(folder, { recursive: true });
  for (let first = 0; first < number; first += IN_A_FILE) {
    const ids = Array.from(
      { length: Math.min(IN_A_FILE, number - first) },
      (_, index) => first + index,
    );
    writeFileSync(
      join(folder, `part-${first}.yaml`),
      ids.map(policyText).join('---\n'),
    );
    writeFileSync(
      join(folder, `part-${first}.fixtures.yaml`),
      `schemaVersion: 1\nfixtures:\n${ids.map(fixtureText).join('')}`,
    );
  }
}

const team = (id: number) => `group:default/team-${id % TEAMS}`;

function policyText(id: number): string {
  return `apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata:
  name: policy-${id}
  title: What team ${id % TEAMS} says about service ${id}
spec:
  owner: ${team(id)}
  level: team
  appliesTo:
    actions: ['deployments:*']
    environments: [production]
    targets: { kind: component, metadata.name: service-${id} }
  rules:
    - name: frozen
      effect: deny
      when: conditions.freeze.active && topology.dependents >= ${id}
      because: A freeze is in force.
    - name: wide
      effect: require-approval
      when: '!action.reversible || topology.dependents > ${id + 20}'
      because: It reaches far, or cannot be undone.
      checkpoint:
        anyOf:
          - allOf:
              - { from: target-owner, count: 1 }
              - { from: '${team(id + 1)}', count: 1 }
        decideWithin: PT4H
        executeWithin: PT30M
    - name: critical
      effect: require-approval
      when: context.required.exists(fact, fact.freshness == 'stale' && fact.factType == 'fact-${id}')
      because: It is critical.
    - name: routine
      effect: allow
      when: context.floorMet && history.mutations.lastHour < ${10 + id}
      because: It is routine.
`;
}

function fixtureText(id: number): string {
  return `  - name: policy ${id} stops what a freeze covers
    given:
      environment.name: production
      target.ref: component:default/service-${id}
      target.owner: ${team(id)}
      topology.dependents: ${id}
      conditions.freeze.active: true
    expect: { verdict: deny, rule: policy-${id}/frozen }
`;
}

/** The organization in which all of these owners may say so. */
export function organization(): Organization {
  return {
    schemaVersion: 1,
    exportedAt: '2026-11-20T10:00:00.000Z',
    policyAdmins: [],
    environments: [
      { name: 'production', owner: team(0), rank: 1, production: true },
    ],
    requiredLevels: [],
    groups: Array.from({ length: TEAMS }, (_, id) => ({ ref: team(id) })),
    entities: [],
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
  };
}
