import { CelInput, isCelError, parse, plan } from '@bufbuild/cel';
import { Facts, Ternary } from '../../../model';
import { FactPath, readFact } from '../../facts';
import { convertValue } from '../evaluate/convertValue';
import { FACT_SCHEMA } from '../factSchema';
import { CEL_ENV } from '../library';
import { FactType } from '../types';

/**
 * An expression as the library alone evaluates its text: no check, no plan of ours, all facts bound
 * beforehand and those that are not known left out, so that reading one is an error.
 */
export function evaluateByLibraryAlone(source: string, facts: Facts): Ternary {
  const groups: Record<string, Record<string, CelInput>> = {};
  const bindings: Record<string, CelInput> = groups;
  for (const [path, { type }] of Object.entries(FACT_SCHEMA)) {
    const { value } = readFact(facts, path as FactPath);
    const [group, name] = path.split('.');
    const converted = value === undefined ? undefined : convert(value, type);
    if (name === undefined) {
      if (converted !== undefined) {
        bindings[group] = converted;
      }
    } else {
      groups[group] ??= {};
      if (converted !== undefined) {
        groups[group][name] = converted;
      }
    }
  }
  const result = plan(CEL_ENV, parse(source))(bindings);
  return isCelError(result) || typeof result !== 'boolean' ? 'unknown' : result;
}

function convert(value: unknown, type: FactType): CelInput | undefined {
  try {
    return type.kind === 'map'
      ? convertValue(value, { kind: 'json' })
      : convertValue(value, type);
  } catch {
    return undefined;
  }
}
