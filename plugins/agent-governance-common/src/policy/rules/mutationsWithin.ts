import { z } from 'zod';
import { readFact } from '../facts';
import { notKnown } from '../wording';
import { PolicyRule } from './PolicyRule';

const bound = z.number().int().min(1).optional();

/**
 * True while the agent makes no more changes than so many an hour and a day, this one counted.
 *
 * Our own count over all of the agent's requests that ran or are on their way: the bound to put into a grant.
 *
 * @public
 */
export const mutationsWithin: PolicyRule<{
  lastHour?: number;
  lastDay?: number;
}> = {
  name: 'mutationsWithin',
  description:
    'The agent makes no more changes than so many an hour and a day, this one counted',
  version: 1,
  changeability: 'circumstance',
  paramsSchema: z
    .strictObject({ lastHour: bound, lastDay: bound })
    .refine(
      ({ lastHour, lastDay }) =>
        lastHour !== undefined || lastDay !== undefined,
      'lastHour or lastDay must be given',
    ),
  evaluate(facts, { lastHour = Infinity, lastDay = Infinity }) {
    const { value, read } = readFact(facts, 'history.mutations');
    if (value === undefined) {
      return {
        result: 'unknown',
        because: notKnown('how much the agent changed lately', read),
        reads: [read],
      };
    }
    return {
      result: value.lastHour < lastHour && value.lastDay < lastDay,
      because: `the agent made ${changes(
        value.lastHour,
      )} within the last hour and ${changes(
        value.lastDay,
      )} within the last day`,
      reads: [read],
    };
  },
};

function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`;
}
