import { z } from 'zod';
import { readFact } from '../facts';
import { notKnown, plainText } from '../wording';
import { PolicyRule } from './PolicyRule';

/**
 * True when the action is one of those listed. An id may end in `*`: `deployments:*` is every action
 * whose id starts with `deployments:`. A `*` anywhere else is refused.
 *
 * @public
 */
export const actionIs: PolicyRule<{ ids: string[] }> = {
  name: 'actionIs',
  description:
    'The action is one of those listed; an id may end in * to stand for all that start so',
  version: 1,
  changeability: 'request',
  paramsSchema: z.strictObject({
    ids: z
      .array(
        z
          .string()
          .min(1)
          .regex(/^[^*]*\*?$/, 'a * may only stand at the end'),
      )
      .min(1),
  }),
  evaluate(facts, { ids }) {
    const { value, read } = readFact(facts, 'action.id');
    if (value === undefined) {
      return {
        result: 'unknown',
        because: notKnown('which action this is', read),
        reads: [read],
      };
    }
    return {
      result: ids.some(id => matches(id, value)),
      because: `the action is ${plainText(value)}`,
      reads: [read],
    };
  },
};

function matches(pattern: string, id: string): boolean {
  return pattern.endsWith('*')
    ? id.startsWith(pattern.slice(0, -1))
    : id === pattern;
}
