import { z } from 'zod';
import { JsonObject } from '../../model';
import { ProblemList } from '../documents/parse/ProblemList';
import { compileTargets } from '../documents/targets';
import { readFact } from '../facts';
import { notKnown, plainText } from '../wording';
import { PolicyRule } from './PolicyRule';

/**
 * What {@link targetMatches} takes. Rules' parameters are typed as flat; over the wire they are any JSON.
 *
 * @public
 */
export type TargetMatchesParams = { filter: any };

/**
 * True when the target matches a filter predicate, written as elsewhere in the portal:
 * `{ kind: 'component', 'spec.type': { $in: ['service', 'website'] } }`.
 *
 * Asked of the sealed facts, so it may speak of kind, `metadata.name`, `.namespace`, `.tags`, `.labels.<key>`,
 * `.annotations.<key>`, and `spec.type`, `.lifecycle`, `.owner`, `.system`, `.domain` (refs in full). Where that would
 * need a fact that is not known, it is unknown; other paths and operators are refused.
 *
 * @public
 */
export const targetMatches: PolicyRule<TargetMatchesParams> = {
  name: 'targetMatches',
  description: 'The target matches a filter predicate over its entity',
  version: 1,
  changeability: 'request',
  paramsSchema: z.strictObject({
    filter: z.record(z.string(), z.any()).superRefine((filter, context) => {
      const problems = new ProblemList();
      compileTargets(filter, ['filter'], problems);
      for (const { field, reason, suggestion } of problems.problems) {
        context.addIssue({
          code: 'custom',
          message: `${field} ${reason}${
            suggestion === undefined ? '' : `; did you mean ${suggestion}?`
          }`,
        });
      }
    }),
  }),
  evaluate(facts, { filter }: { filter: JsonObject }) {
    const problems = new ProblemList();
    const target = compileTargets(filter, ['filter'], problems);
    const ref = readFact(facts, 'target.ref');
    const name = plainText(ref.value ?? 'the target');
    if (!target) {
      return {
        result: 'unknown',
        because: `the filter says nothing: ${problems.problems[0].reason}`,
        reads: [ref.read],
      };
    }
    const reads = target.reads.map(path => readFact(facts, path).read);
    const result = target.test(facts);
    return {
      result,
      because:
        result === 'unknown'
          ? notKnown('whether the target matches', ...reads)
          : `${name} ${result ? 'matches' : 'does not match'} the filter`,
      reads: reads.length > 0 ? reads : [ref.read],
    };
  },
};
