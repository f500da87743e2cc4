import { MASKED_ENTITY_REF } from '@agentgov/backstage-plugin-agent-governance-common';
import { signOff, snapshot } from '../../edges/http/__testUtils__/answers';
import { ana, bot, other, viewSources } from '../__testUtils__/viewSources';
import { AuthorizedContextService } from './AuthorizedContextService';

function setUp(readable: string[]) {
  const inner = {
    get: jest.fn(async () => ({
      ...snapshot,
      facts: [
        {
          ...snapshot.facts[0],
          value: 'group:default/secret',
          signOff: { ...signOff, personRef: 'user:default/bo' },
        },
        { ...snapshot.facts[0], signOff: undefined },
      ],
    })),
    report: jest.fn(async () => ({ accepted: 1 })),
    signOff: jest.fn(async () => signOff),
  };
  const { sources, readable: asked } = viewSources({ readable });
  const service = AuthorizedContextService.create({ context: inner, sources });
  return { service, inner, asked };
}

describe('invariant 14: AuthorizedContextService', () => {
  it.each([
    ['a person', ana],
    ['an agent', bot],
  ])(
    'masks for %s whom they may not read, and never a value',
    async (_n, caller) => {
      const { service } = setUp([snapshot.entityRef]);
      const shown = await service.get(snapshot.entityRef, { caller });

      expect(shown.freezes[0]).toMatchObject({
        owner: MASKED_ENTITY_REF,
        scope: { entityRef: MASKED_ENTITY_REF, environments: ['production'] },
      });
      expect(shown.facts[0].signOff?.personRef).toBe(MASKED_ENTITY_REF);
      expect(shown.facts[0].value).toBe('group:default/secret');
      expect(shown.digest).toBe(snapshot.digest);
    },
  );

  it('shows them whom they may read', async () => {
    const { service } = setUp([
      snapshot.entityRef,
      'group:default/sre',
      'system:default/money',
      'user:default/bo',
      'group:default/payments',
    ]);
    const shown = await service.get(snapshot.entityRef, { caller: ana });
    expect(JSON.stringify(shown)).not.toContain(MASKED_ENTITY_REF);
  });

  it('leaves reports and sign-offs to the service that knows who may', async () => {
    const { service, inner, asked } = setUp([]);
    const report = { source: 'wiki', facts: [] };
    await service.report(report, { caller: other });
    await service.signOff(
      snapshot.entityRef,
      { factType: 'runbook', digest: 'd' },
      { caller: ana },
    );
    expect(inner.report).toHaveBeenCalledWith(report, { caller: other });
    expect(inner.signOff).toHaveBeenCalledTimes(1);
    expect(asked).not.toHaveBeenCalled();
  });
});
