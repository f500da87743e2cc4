import { PersonSession } from './asPerson';

/** Releases whatever is stopped, by people who together may. */
export async function releaseStops(people: PersonSession[]): Promise<void> {
  const { items } = await people[0].api.listStops({ state: 'in-force' });
  for (const { id } of items) {
    for (const { api } of people) {
      const { revision, mayRelease } = await api.getStop(id);
      if (mayRelease.allowed) {
        await api.releaseStop(id, { revision });
      }
    }
  }
}
