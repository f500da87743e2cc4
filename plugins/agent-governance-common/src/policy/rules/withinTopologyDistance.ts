import { z } from 'zod';
import { readFact } from '../facts';
import { notKnown } from '../wording';
import { PolicyRule } from './PolicyRule';

/**
 * True when the target is at most `max` hops over dependsOn and partOf from what the agent operates.
 *
 * @remarks
 * Topology is a claim of its author: any component may say that it depends on payments. In a criterion
 * that *grants*, combine it in one `allOf` with `targetOwnedByAgentOwner`; alone use it only to tighten.
 *
 * @public
 */
export const withinTopologyDistance: PolicyRule<{ max: number }> = {
  name: 'withinTopologyDistance',
  description:
    'The target is at most so many hops from what the agent operates. Grants nothing unless combined with targetOwnedByAgentOwner',
  version: 1,
  changeability: 'relation',
  paramsSchema: z.strictObject({
    max: z
      .number()
      .int()
      .min(0)
      .describe('Most hops over dependsOn and partOf'),
  }),
  evaluate(facts, { max }) {
    const { value, read } = readFact(facts, 'topology.distance');
    if (value === undefined) {
      return {
        result: 'unknown',
        because: notKnown('how far the target is', read),
        reads: [read],
      };
    }
    return {
      result: value <= max,
      because: `the target is ${hops(value)} from what the agent operates, ${
        value <= max ? 'within' : 'beyond'
      } ${max}`,
      reads: [read],
    };
  },
};

function hops(count: number): string {
  return count === 1 ? '1 hop' : `${count} hops`;
}
