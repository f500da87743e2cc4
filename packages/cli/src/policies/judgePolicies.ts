import type { Organization } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  compilePolicies,
  judgePolicy,
  PolicyAuthority,
  PolicyIndex,
  PolicyProblem,
  scopeWarnings,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { FoundPolicy } from '../files/readPolicies';

/** A policy, and what its owner may say. */
export interface JudgedPolicy extends FoundPolicy {
  authority: PolicyAuthority;
  /** What its author should think about again; it counts all the same. */
  warnings: PolicyProblem[];
}

/** Policies as a portal would have them. */
export interface JudgedPolicies {
  policies: JudgedPolicy[];
  /** All of them. */
  all: PolicyIndex;
  /** Those that decide: without those whose owner may not say them. */
  deciding: PolicyIndex;
}

/** Judges policies by an exported organization; without one nothing is judged. */
export function judgePolicies(
  found: readonly FoundPolicy[],
  organization: Organization | undefined,
): JudgedPolicies {
  const policies = eachOnce(found).map(one => ({
    ...one,
    authority: judgePolicy(one.policy.document, organization),
    warnings: warningsOf(one, organization),
  }));
  return {
    policies,
    all: indexOf(policies),
    deciding: indexOf(
      policies.filter(({ authority }) => authority.state !== 'outside'),
    ),
  };
}

function eachOnce(found: readonly FoundPolicy[]): FoundPolicy[] {
  return [
    ...new Map(found.map(one => [one.policy.document.ref, one])).values(),
  ];
}

function warningsOf(
  { policy, file, place }: FoundPolicy,
  organization: Organization | undefined,
): PolicyProblem[] {
  return [
    ...policy.warnings,
    ...(organization ? scopeWarnings(policy.document, organization) : []),
  ].map(warning => ({ file, line: place.line, ...warning }));
}

function indexOf(policies: readonly JudgedPolicy[]): PolicyIndex {
  return compilePolicies(
    policies.map(({ policy, digest }) => ({
      policy,
      digest,
      standing: 'current' as const,
    })),
  );
}
