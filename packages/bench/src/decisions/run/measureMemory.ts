import { compilePolicies } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Texts, toPolicy } from '../engines/governance/toPolicies';
import { createScenario } from '../scenario';
import { collectGarbage } from './collectGarbage';

/** So many are loaded to say what one takes. */
export const LOADED = 10_000;

/** Bytes that one loaded policy takes, where no two have an expression in common, and where teams have the same ones. */
export type Memory = Record<Texts, number>;

/**
 * The heap in use after all garbage is collected, with 10,000 policies and the index over them, less the same without,
 * by their number. The catalog's own entities are not part of it.
 */
export function measureMemory(): Memory {
  return { own: bytesPerPolicy('own'), common: bytesPerPolicy('common') };
}

function bytesPerPolicy(texts: Texts): number {
  const { policies } = createScenario(LOADED);
  // the first of a kind brings along what all share
  compilePolicies(policies.slice(0, 5).map(policy => toPolicy(policy, texts)));
  const before = heapInUse();
  const index = compilePolicies(
    // parts of their own, as when each is read from the catalog
    policies.map(policy => toPolicy(JSON.parse(JSON.stringify(policy)), texts)),
  );
  const after = heapInUse();
  return (after - before) / index.manifest.policies.length;
}

function heapInUse(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
