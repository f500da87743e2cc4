import { compilePolicies } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { toPolicy } from '../engines/governance/toPolicies';
import { createScenario } from '../scenario';
import { collectGarbage } from './collectGarbage';

/** So many are loaded to say what one takes. */
export const LOADED = 10_000;

/**
 * Bytes of memory that one loaded policy takes: the heap in use after all garbage is collected, with 10,000 of them
 * and the index over them, less the same without, by their number. The catalog's own entity is not part of it.
 */
export function measureMemory(): number {
  const { policies } = createScenario(LOADED);
  // the first of a kind brings along what all share
  compilePolicies(policies.slice(0, 5).map(toPolicy));
  const before = heapInUse();
  const index = compilePolicies(
    // texts of their own, as when each is read from the catalog
    policies.map(policy => toPolicy(JSON.parse(JSON.stringify(policy)))),
  );
  const after = heapInUse();
  return (after - before) / index.manifest.policies.length;
}

function heapInUse(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
