import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { MASKED_ENTITY_REF } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  policyDetail,
  policySummary,
} from '../../edges/http/__testUtils__/answers';
import { ana, viewSources } from '../__testUtils__/viewSources';
import { AuthorizedPolicyService } from './AuthorizedPolicyService';

function setUp(options: { allowed: boolean; readable?: string[] }) {
  const inner = {
    list: jest.fn(async () => ({ items: [policySummary] })),
    get: jest.fn(async () => policyDetail),
    confirm: jest.fn(async () => policySummary),
    text: jest.fn(async () => policyDetail.document!),
    approveChange: jest.fn(async () => policyDetail),
    rejectChange: jest.fn(async () => policyDetail),
  };
  const lately = jest.fn(
    async (refs: string[]) =>
      new Map(
        refs.map(ref => [ref, { since: '2026-11-17', matched: 3, changed: 1 }]),
      ),
  );
  const service = AuthorizedPolicyService.create({
    policies: inner,
    effects: { lately },
    permissions: mockServices.permissions.mock({
      authorize: async () => [
        {
          result: options.allowed
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        },
      ],
    }),
    sources: viewSources({ readable: options.readable ?? [] }).sources,
  });
  return { service, inner };
}

const options = { caller: ana };

describe('AuthorizedPolicyService', () => {
  it('asks the portal’s policy first, and says which permission is missing', async () => {
    const { service, inner } = setUp({ allowed: false });
    for (const attempt of [
      service.list({}, options),
      service.get(policySummary.ref, options),
      service.confirm(policySummary.ref, { revision: 3 }, options),
      service.text(policySummary.ref, 'digest', options),
      service.approveChange(policySummary.ref, { revision: 3 }, options),
      service.rejectChange(policySummary.ref, { revision: 3 }, options),
    ]) {
      await expect(attempt).rejects.toThrow('agent-governance.policy.read');
    }
    expect(inner.list).not.toHaveBeenCalled();
    expect(inner.get).not.toHaveBeenCalled();
    expect(inner.confirm).not.toHaveBeenCalled();
    expect(inner.text).not.toHaveBeenCalled();
    expect(inner.approveChange).not.toHaveBeenCalled();
    expect(inner.rejectChange).not.toHaveBeenCalled();
  });

  it('says of each policy of a list what it decided lately', async () => {
    const { service } = setUp({ allowed: true });
    const { items } = await service.list({}, options);
    expect(items).toMatchObject([
      { lately: { since: '2026-11-17', matched: 3, changed: 1 } },
    ]);
  });

  it('invariant 14: masks whom the person may not read, and never the policy they were shown', async () => {
    const { service } = setUp({ allowed: true });
    const detail = await service.get(policySummary.ref, options);
    expect(detail).toMatchObject({
      ref: policySummary.ref,
      owner: MASKED_ENTITY_REF,
      confirmers: [MASKED_ENTITY_REF],
      document: {
        ref: policySummary.ref,
        rules: [
          {},
          {
            checkpoint: {
              anyOf: [
                {
                  allOf: [
                    { from: 'target-owner' },
                    { from: MASKED_ENTITY_REF },
                  ],
                },
              ],
            },
          },
        ],
      },
      changes: [{ confirmedBy: ana.ref }, {}, { votedBy: ana.ref }],
      pendingChange: {
        quorum: { from: [MASKED_ENTITY_REF] },
        votes: [{ person: ana.ref }],
      },
    });
    expect((await service.list({}, options)).items[0]).toMatchObject({
      ref: policySummary.ref,
      owner: MASKED_ENTITY_REF,
    });
  });

  it('shows whom they may read', async () => {
    const { service } = setUp({
      allowed: true,
      readable: ['group:default/sre', 'group:default/platform'],
    });
    expect(await service.get(policySummary.ref, options)).toEqual(policyDetail);
  });
});
