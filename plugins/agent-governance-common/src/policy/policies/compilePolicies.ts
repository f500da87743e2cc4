import { digestOf } from '../../canonical';
import { Facts } from '../../model';
import {
  DOCUMENT_LEVELS,
  HeldScope,
  LoadedPolicy,
  policyText,
} from '../documents';
import { entryOf, heldEntryOf } from './entryOf';
import { PolicyEntry } from './PolicyEntry';
import { PolicyIndex } from './PolicyIndex';
import { PolicyManifest } from './PolicyManifest';
import { findIn, growTree } from './PolicyTree';

/**
 * Arranges policies for deciding. Their order means nothing.
 *
 * @param held - what has to be held because its policy cannot be read
 * @public
 */
export function compilePolicies(
  policies: readonly LoadedPolicy[],
  held: readonly HeldScope[] = [],
): PolicyIndex {
  const manifest = manifestOf(policies, held);
  const entries = rank([...policies.map(entryOf), ...held.map(heldEntryOf)]);
  // within a level authority is by the same dimensions, so each level is a tree of its own
  const trees = DOCUMENT_LEVELS.map(level =>
    growTree(entries.filter(entry => entry.level === level)),
  );
  return {
    digest: digestOf('agent-governance/policies/v1', manifest),
    manifest,
    policies,
    textOf: digest => {
      const found = policies.find(policy => policy.digest === digest);
      return found && policyText(found.policy.document);
    },
    candidates: (facts: Facts) => {
      const found: PolicyEntry[] = [];
      trees.forEach(tree => findIn(tree, facts, found));
      return inOrder(found);
    },
  };
}

/** In their one order, and each once: what is found by several values is found several times where none is known. */
function inOrder(found: PolicyEntry[]): PolicyEntry[] {
  return found
    .sort((a, b) => a.rank - b.rank)
    .filter((entry, place) => entry !== found[place - 1]);
}

/** No documents at all. @public */
export const NO_POLICIES: PolicyIndex = compilePolicies([]);

/** By level and ref, whatever order they were loaded in; what has the same ref by what it is. */
function rank(entries: Array<Omit<PolicyEntry, 'rank'>>): PolicyEntry[] {
  return entries
    .map(entry => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }, index) => ({ ...entry, rank: index }));
}

function keyOf({ level, header }: Omit<PolicyEntry, 'rank'>): string {
  return [
    DOCUMENT_LEVELS.indexOf(level),
    header.id,
    header.standing,
    header.digest ?? '',
  ].join(' ');
}

function manifestOf(
  policies: readonly LoadedPolicy[],
  held: readonly HeldScope[],
): PolicyManifest {
  return {
    schemaVersion: 1,
    policies: policies
      .map(({ policy, digest, standing }) => ({
        ref: policy.document.ref,
        digest,
        standing,
      }))
      .sort((a, b) => compare(sortKey(a), sortKey(b))),
    held: [...held].sort((a, b) => compare(a.ref, b.ref)),
  };
}

function sortKey(item: { ref: string; digest: string; standing: string }) {
  return `${item.ref} ${item.standing} ${item.digest}`;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
