import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { canonicalJson } from '../canonical';
import { RESOURCE_TYPE_AGENT_ACTION } from '../permissions';
import { CriteriaError } from './criteria';
import { parseCriteria } from './criteria/parseCriteria';
import { PortalAnswer } from './PolicySet';
import { plainText } from './wording';

/**
 * Turns what the permission backend said into plain data that a policy set can hold.
 *
 * Conditions of another resource type, conditions this engine cannot walk, and answers that are none
 * of the three become `ERROR`: the portal level then could not be evaluated.
 * Pass an error where asking failed.
 *
 * @public
 */
export function portalAnswer(answer: PolicyDecision | Error): PortalAnswer {
  if (answer instanceof Error) {
    return { result: 'ERROR', message: plainText(answer.message) };
  }
  switch (answer.result) {
    case AuthorizeResult.ALLOW:
      return { result: 'ALLOW' };
    case AuthorizeResult.DENY:
      return { result: 'DENY' };
    case AuthorizeResult.CONDITIONAL:
      return conditional(answer);
    default:
      return { result: 'ERROR', message: 'the answer is none of the three' };
  }
}

function conditional(
  answer: Extract<PolicyDecision, { result: AuthorizeResult.CONDITIONAL }>,
): PortalAnswer {
  if (answer.resourceType !== RESOURCE_TYPE_AGENT_ACTION) {
    return {
      result: 'ERROR',
      message: `the conditions are for ${plainText(
        String(answer.resourceType),
      )}`,
    };
  }
  try {
    parseCriteria(answer.conditions);
    const conditions = JSON.parse(JSON.stringify(answer.conditions));
    canonicalJson(conditions);
    return { result: 'CONDITIONAL', conditions };
  } catch (error) {
    const what = error instanceof CriteriaError ? error.message : String(error);
    return { result: 'ERROR', message: plainText(what) };
  }
}
