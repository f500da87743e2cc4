import { expect } from '@playwright/test';
import { PersonSession } from '../people';
import { DemoWorld, WorldRecord } from './DemoWorld';

/**
 * Changes a fact in the demo world, and waits until the portal has been told.
 *
 * @param change - looked at now, unless `lookedAgoMs` says otherwise; never before it was looked at last, because the
 *   portal takes nothing older from a source than it already has
 */
export async function changeFact(
  world: DemoWorld,
  person: PersonSession,
  change: Pick<WorldRecord, 'entity' | 'factType' | 'value'> & {
    lookedAgoMs?: number;
  },
): Promise<void> {
  const { lookedAgoMs = 0, ...record } = change;
  const { entity, factType } = record;
  const fact = async () => {
    const { facts } = await person.api.getContext(entity);
    return facts.find(candidate => candidate.factType === factType);
  };
  const last = Date.parse(
    (await fact())?.observedAt ?? new Date(0).toISOString(),
  );
  const observedAt = new Date(
    Math.max(Date.now() - lookedAgoMs, last + 1),
  ).toISOString();
  await world.changeRecord({ ...record, observedAt });
  await expect
    .poll(async () => (await fact())?.observedAt, {
      message: `the portal knows the new ${factType} of ${entity}`,
    })
    .toBe(observedAt);
}
