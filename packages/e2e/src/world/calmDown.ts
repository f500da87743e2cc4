import { expect } from '@playwright/test';
import { PersonSession } from '../people';
import { DemoWorld } from './DemoWorld';

/** Makes nothing go wrong any more, and waits until the portal knows of everything that is well again. */
export async function calmDown(
  world: DemoWorld,
  person: PersonSession,
): Promise<void> {
  const troubled = await world.troubled();
  await world.calm();
  for (const entity of troubled) {
    await expect
      .poll(
        async () => {
          const { environments } = await person.api.getConditions(entity);
          return environments.every(
            ({ incident, health }) =>
              health.state === 'known' &&
              health.value?.status === 'healthy' &&
              incident.state === 'known' &&
              incident.value?.active === false,
          );
        },
        { message: `the portal knows that ${entity} is well` },
      )
      .toBe(true);
  }
}
