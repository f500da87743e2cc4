import { z } from 'zod';
import { FactRead, Ternary } from '../../model';
import { readFact } from '../facts';
import { ternaryAnd } from '../ternary';
import { notKnown, plainText } from '../wording';
import { PolicyRule } from './PolicyRule';

/**
 * True when the request is for one of the named environments, and for production or not, as asked.
 * Both given, both must hold.
 *
 * @public
 */
export const inEnvironment: PolicyRule<{
  names?: string[];
  production?: boolean;
}> = {
  name: 'inEnvironment',
  description:
    'The environment is one of those named, or is a production environment, or both',
  version: 1,
  changeability: 'request',
  paramsSchema: z
    .strictObject({
      names: z.array(z.string().min(1)).min(1).optional(),
      production: z.boolean().optional(),
    })
    .refine(
      ({ names, production }) =>
        names !== undefined || production !== undefined,
      'names or production must be given',
    ),
  evaluate(facts, { names, production }) {
    const name = readFact(facts, 'environment.name');
    const isProduction = readFact(facts, 'environment.production');
    const results: Ternary[] = [];
    const needed: FactRead[] = [];
    if (names !== undefined) {
      needed.push(name.read);
      results.push(
        name.value === undefined ? 'unknown' : names.includes(name.value),
      );
    }
    if (production !== undefined) {
      needed.push(isProduction.read);
      results.push(
        isProduction.value === undefined
          ? 'unknown'
          : isProduction.value === production,
      );
    }
    const result = ternaryAnd(results);
    return {
      result,
      because:
        result === 'unknown'
          ? notKnown('which kind of environment this is', ...needed)
          : `the environment is ${describe(name.value, isProduction.value)}`,
      reads: [name.read, isProduction.read],
    };
  },
};

function describe(name?: string, production?: boolean): string {
  const label = name === undefined ? 'not named' : plainText(name);
  if (production === undefined) {
    return label;
  }
  return `${label}, ${production ? 'production' : 'not production'}`;
}
