import { Fact, FactOverride, Facts, OVERRIDE_SOURCE } from '../../model';
import { withFact } from '../facts';
import { isFactPath } from './isFactPath';

/** The same facts, but for those that are taken to be otherwise; they are marked as such. @public */
export function overrideFacts(
  facts: Facts,
  overrides: readonly FactOverride[],
): Facts {
  return overrides.reduce(
    (changed, override) =>
      isFactPath(override.path)
        ? withFact(changed, override.path, toFact(override) as never)
        : changed,
    facts,
  );
}

function toFact({ state, value }: FactOverride): Fact {
  return {
    state,
    source: OVERRIDE_SOURCE,
    ...(value !== undefined && state !== 'unknown' && { value }),
    ...(state !== 'known' && { note: `Taken to be ${state}` }),
  };
}
