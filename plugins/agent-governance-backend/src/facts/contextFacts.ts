import {
  ContextFactValue,
  Facts,
  QuotedContextValue,
  known,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { SourceAnswer } from './fromSource';

/** How good the context is that the action requires, and whether the agent acted on what holds. */
export function contextFacts(
  required: SourceAnswer<ContextFactValue[]>,
  quoted: SourceAnswer<QuotedContextValue>,
  at: string,
): Facts['context'] {
  return {
    required: required.toFact(value => value, at),
    floorMet: floorMet(required.value, at),
    quoted: quoted.toFact(value => value, at),
  };
}

function floorMet(
  required: ContextFactValue[] | undefined,
  at: string,
): Facts['context']['floorMet'] {
  if (!required) {
    return unknown('context', 'context did not answer');
  }
  const missing = required.filter(fact => fact.freshness === 'unknown');
  if (missing.length > 0) {
    return unknown(
      'context',
      `Nothing is known of ${missing.map(fact => fact.factType).join(', ')}`,
    );
  }
  return known(
    required.every(fact => fact.freshness !== 'stale'),
    'context',
    at,
  );
}
