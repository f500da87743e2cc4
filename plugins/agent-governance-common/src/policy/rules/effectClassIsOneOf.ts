import { z } from 'zod';
import { EffectClass, EFFECT_CLASSES } from '../../model';
import { readFact } from '../facts';
import { notKnown } from '../wording';
import { PolicyRule } from './PolicyRule';

/** True when the action's effect class is one of those listed; `['read']` asks for actions that change nothing. @public */
export const effectClassIsOneOf: PolicyRule<{ effectClasses: EffectClass[] }> =
  {
    name: 'effectClassIsOneOf',
    description: 'The effect class of the action is one of those listed',
    version: 1,
    changeability: 'request',
    paramsSchema: z.strictObject({
      effectClasses: z.array(z.enum(EFFECT_CLASSES)).min(1),
    }),
    evaluate(facts, { effectClasses }) {
      const { value, read } = readFact(facts, 'action.effectClass');
      if (value === undefined) {
        return {
          result: 'unknown',
          because: notKnown('what effect the action has', read),
          reads: [read],
        };
      }
      return {
        result: effectClasses.includes(value),
        because: `the effect class of the action is ${value}`,
        reads: [read],
      };
    },
  };
