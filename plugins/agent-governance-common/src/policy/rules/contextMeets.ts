import { z } from 'zod';
import { ContextFactValue, Ternary } from '../../model';
import { readFact } from '../facts';
import { ternaryAnd } from '../ternary';
import { formatAge, notKnown, plainText } from '../wording';
import { PolicyRule } from './PolicyRule';

/**
 * True when every fact type the action requires, and those named besides, meets its standard
 * (fresh or ageing). True when nothing is required.
 *
 * A type that is named but was not gathered for this action is unknown, never good enough.
 *
 * @public
 */
export const contextMeets: PolicyRule<{ factTypes?: string[] }> = {
  name: 'contextMeets',
  description:
    'Every context fact the action requires, and those named besides, meets its standard',
  version: 1,
  changeability: 'circumstance',
  paramsSchema: z.strictObject({
    factTypes: z.array(z.string().min(1)).optional(),
  }),
  evaluate(facts, { factTypes = [] }) {
    const { value, read } = readFact(facts, 'context.required');
    if (value === undefined) {
      return {
        result: 'unknown',
        because: notKnown('how good the context is', read),
        reads: [read],
      };
    }
    const gathered = new Set(value.map(fact => fact.factType));
    const wanted = [
      ...value,
      ...factTypes
        .filter(factType => !gathered.has(factType))
        .map(factType => ({ factType, freshness: 'unknown' as const })),
    ];
    const result = ternaryAnd(wanted.map(meets));
    return {
      result,
      because: describe(wanted, result),
      reads: [read],
    };
  },
};

function meets({ freshness }: ContextFactValue): Ternary {
  if (freshness === 'unknown') {
    return 'unknown';
  }
  return freshness !== 'stale';
}

function describe(facts: ContextFactValue[], result: Ternary): string {
  if (facts.length === 0) {
    return 'the action requires no context';
  }
  if (result === true) {
    return `the required context meets its standard (${facts
      .map(fact => plainText(fact.factType))
      .join(', ')})`;
  }
  return facts
    .filter(fact => meets(fact) !== true)
    .map(shortfall)
    .join(', and ');
}

function shortfall(fact: ContextFactValue): string {
  const name = plainText(fact.factType);
  if (fact.freshness === 'unknown') {
    return `it is not known how good the context fact ${name} is`;
  }
  if (fact.ageSeconds === undefined || fact.errorAfterSeconds === undefined) {
    return `the context fact ${name} does not meet its standard`;
  }
  return `the context fact ${name} is ${formatAge(
    fact.ageSeconds,
  )} old and its standard allows ${formatAge(fact.errorAfterSeconds)}`;
}
