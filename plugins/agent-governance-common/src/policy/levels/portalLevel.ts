import { Facts, LevelResult, RuleResult } from '../../model';
import { PolicySet } from '../PolicySet';
import { AnswerMeaning, meaningOf } from './answerMeaning';

type Outcome = Pick<LevelResult, 'granted' | 'effect' | 'because'> & {
  couldNotEvaluate?: string;
};

const NO_GRANT =
  "the portal's permission policy has no objection, but a plain ALLOW grants nothing";

/**
 * What the portal's permission policy says, from its answers to the two permissions.
 *
 * | `execute` | `execute-approved` | portal level |
 * |---|---|---|
 * | error | any | could not evaluate |
 * | any | error | could not evaluate |
 * | ALLOW | any | no objection, no grant |
 * | satisfied | any | grant, allow |
 * | unknown | satisfied | grant, require approval |
 * | unknown | anything else | could not evaluate |
 * | not satisfied, or DENY | satisfied | grant, require approval |
 * | not satisfied, or DENY | ALLOW | no grant, require approval at least |
 * | not satisfied, or DENY | unknown | could not evaluate |
 * | not satisfied, or DENY | not satisfied, or DENY | deny |
 *
 * @public
 */
export function portalLevel(
  portal: PolicySet['portal'],
  facts: Facts,
): LevelResult {
  const execute = meaningOf(portal.execute, facts);
  const approved = meaningOf(portal.executeApproved, facts);
  return {
    level: 'portal',
    ...combine(execute, approved),
    policies: [
      {
        id: 'portal',
        title: "The portal's permission policy",
        rules: [
          toRule('execute', 'allow', execute),
          toRule('execute-approved', 'require-approval', approved),
        ],
      },
    ],
  };
}

function combine(execute: AnswerMeaning, approved: AnswerMeaning): Outcome {
  if (execute.is === 'error' || approved.is === 'error') {
    return openBecause(execute.is === 'error' ? execute : approved);
  }
  if (execute.is === 'ALLOW') {
    return { granted: false, effect: 'none', because: NO_GRANT };
  }
  if (execute.is === true) {
    return { granted: true, effect: 'allow', because: execute.because };
  }
  if (approved.is === true) {
    return {
      granted: true,
      effect: 'require-approval',
      because: execute.because,
    };
  }
  if (execute.is === 'unknown' || approved.is === 'unknown') {
    return openBecause(approved.is === 'unknown' ? approved : execute);
  }
  if (approved.is === 'ALLOW') {
    return {
      granted: false,
      effect: 'require-approval',
      because: execute.because,
    };
  }
  return {
    granted: false,
    effect: 'deny',
    because: approved.is === 'DENY' ? execute.because : approved.because,
  };
}

function openBecause({ because }: AnswerMeaning): Outcome {
  return {
    granted: false,
    effect: 'none',
    couldNotEvaluate: because,
    because,
  };
}

function toRule(
  name: string,
  effect: 'allow' | 'require-approval',
  { is, because, trace, reads }: AnswerMeaning,
): RuleResult {
  const refused = is === 'DENY' || is === 'error';
  const matched = typeof is === 'boolean' || is === 'unknown' ? is : true;
  return {
    name,
    effect: refused ? 'deny' : effect,
    matched: is === 'error' ? 'unknown' : matched,
    because,
    reads,
    ...(trace && { criteria: trace }),
  };
}
