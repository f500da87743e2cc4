import { DEPLOYMENTS } from '../database/createTables';
import { Refusal } from '../Refusal';
import { System, SystemContext } from './System';
import { texts } from './texts';

interface Slot {
  service: string;
  environment: string;
}

/** What runs where changes. */
export const deployments: System<Slot & { version: string }> = {
  path: '/deployments',
  what: 'deployment',
  parse(body) {
    const { name, version } = texts(body);
    return {
      service: name('service'),
      environment: name('environment'),
      version: version('version'),
    };
  },
  async run({ version, ...slot }, context) {
    const [before] = await history(slot, context);
    return deploy(slot, version, before, context);
  },
};

/** What ran before runs again. */
export const rollbacks: System<Slot> = {
  path: '/deployments/rollbacks',
  what: 'rollback',
  parse(body) {
    const { name } = texts(body);
    return { service: name('service'), environment: name('environment') };
  },
  async run(slot, context) {
    const [now, ...earlier] = await history(slot, context);
    const before = earlier.find(version => version !== now);
    if (!before) {
      throw new Refusal(
        422,
        `There is nothing ${slot.service} could go back to in ${slot.environment}`,
      );
    }
    return deploy(slot, before, now, context);
  },
};

/** Versions, newest first. */
async function history(slot: Slot, { trx }: SystemContext): Promise<string[]> {
  return trx(DEPLOYMENTS)
    .where({ ...slot })
    .orderBy('id', 'desc')
    .pluck('version');
}

async function deploy(
  slot: Slot,
  version: string,
  previousVersion: string | undefined,
  { trx, now }: SystemContext,
) {
  await trx(DEPLOYMENTS).insert({ ...slot, version, at: now.toISOString() });
  return { ...slot, version, previousVersion };
}
