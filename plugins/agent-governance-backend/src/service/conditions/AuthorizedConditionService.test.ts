import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  MASKED_ENTITY_REF,
  conditionSourceReadPermission,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  conditionSource,
  conditions,
} from '../../edges/http/__testUtils__/answers';
import { ana, viewSources } from '../__testUtils__/viewSources';
import { AuthorizedConditionService } from './AuthorizedConditionService';

const options = { caller: ana };

function setUp(settings: { readable?: string[]; result?: AuthorizeResult }) {
  const authorize = jest.fn(async () => [
    { result: settings.result ?? AuthorizeResult.DENY },
  ]);
  return {
    authorize,
    service: AuthorizedConditionService.create({
      conditions: {
        get: jest.fn(async () => conditions),
        listSources: jest.fn(async () => [conditionSource]),
      },
      sources: viewSources({ readable: settings.readable ?? [] }).sources,
      permissions: { authorize } as never,
    }),
  };
}

describe('invariant 14: AuthorizedConditionService', () => {
  it('masks which other entity an incident is about, and not that there is one', async () => {
    const { service } = setUp({ readable: [conditions.entityRef] });
    const { entityRef, environments } = await service.get(
      { entity: conditions.entityRef },
      options,
    );
    expect(entityRef).toBe(conditions.entityRef);
    expect(environments[0].incident.value).toMatchObject({
      active: true,
      incidents: [{ title: 'Payments time out', entityRef: MASKED_ENTITY_REF }],
    });
  });

  it('shows it to those who may read it', async () => {
    const { service } = setUp({
      readable: [conditions.entityRef, 'system:default/money'],
    });
    await expect(
      service.get({ entity: conditions.entityRef }, options),
    ).resolves.toEqual(conditions);
  });

  it('lists the sources for those who may know them, and for nobody else', async () => {
    const { service, authorize } = setUp({ result: AuthorizeResult.ALLOW });
    await expect(service.listSources(options)).resolves.toEqual([
      conditionSource,
    ]);
    expect(authorize).toHaveBeenCalledWith(
      [{ permission: conditionSourceReadPermission }],
      { credentials: ana.credentials },
    );
    await expect(
      setUp({ result: AuthorizeResult.DENY }).service.listSources(options),
    ).rejects.toThrow('You may not see the sources of conditions');
  });
});
