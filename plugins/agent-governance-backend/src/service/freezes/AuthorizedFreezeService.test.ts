import { MASKED_ENTITY_REF } from '@agentgov/backstage-plugin-agent-governance-common';
import { freeze as plain } from '../../edges/http/__testUtils__/answers';
import { ana, viewSources } from '../__testUtils__/viewSources';
import { AuthorizedFreezeService } from './AuthorizedFreezeService';

const freeze = {
  ...plain,
  reason: 'As group:default/sre wrote it',
  createdBy: 'user:default/bo',
};

function setUp(readable: string[]) {
  const inner = {
    list: jest.fn(async () => ({ items: [freeze], nextCursor: 'next' })),
    may: jest.fn(async () => ({
      allowed: false,
      because: 'Only group:default/sre may',
    })),
    create: jest.fn(async () => freeze),
    end: jest.fn(async () => freeze),
  };
  const { sources } = viewSources({ readable });
  return AuthorizedFreezeService.create({ freezes: inner, sources });
}

const options = { caller: ana };

describe('invariant 14: AuthorizedFreezeService', () => {
  it('masks who owns, set and ended a freeze where they may not be read, and leaves what people wrote', async () => {
    const masked = {
      ...freeze,
      scope: { entityRef: MASKED_ENTITY_REF, environment: 'production' },
      owner: MASKED_ENTITY_REF,
      createdBy: MASKED_ENTITY_REF,
      endedBy: ana.ref,
    };
    const service = setUp([]);
    await expect(service.list({}, options)).resolves.toEqual({
      items: [masked],
      nextCursor: 'next',
    });
    await expect(
      service.end(freeze.id, { revision: 1 }, options),
    ).resolves.toEqual(masked);
    await expect(service.create(freeze, options)).resolves.toEqual(masked);
    await expect(service.may({}, options)).resolves.toEqual({
      allowed: false,
      because: `Only ${MASKED_ENTITY_REF} may`,
    });
  });

  it('shows whom they may read', async () => {
    const service = setUp([
      'group:default/sre',
      'system:default/money',
      'user:default/bo',
    ]);
    await expect(service.list({}, options)).resolves.toEqual({
      items: [freeze],
      nextCursor: 'next',
    });
  });
});
