import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { MASKED_ENTITY_REF } from '@agentgov/backstage-plugin-agent-governance-common';
import { StoredReplay } from '../../store/ReplayStore';
import {
  replay as aReplay,
  replayFlip as aFlip,
} from '../../edges/http/__testUtils__/answers';
import { ana, viewSources } from '../__testUtils__/viewSources';
import { AuthorizedReplayService } from './AuthorizedReplayService';
import { DefaultReplayService } from './DefaultReplayService';
import { ReplayStarter } from './ReplayDesk';

const { progress, mayCancel, ...shared } = aReplay;
const stored: StoredReplay = {
  ...shared,
  createdBy: 'user:default/bo',
  baseDigest: 'ab'.repeat(32),
  total: 7,
  done: 7,
};
const input = {
  draft: {
    changes: [{ kind: 'off' as const, policyRef: 'agentpolicy:default/p' }],
  },
  scope: { from: 'x', to: 'y' },
};

function setUp(
  options: {
    replay?: Partial<StoredReplay>;
    readable?: string[];
    isAuditor?: boolean;
    mayReplay?: boolean;
  } = {},
) {
  const { readable = [], isAuditor, mayReplay = true } = options;
  const replay = { ...stored, ...options.replay };
  const replays = {
    start: jest.fn(async (_input: unknown, _starter: ReplayStarter) => replay),
    get: jest.fn(async () => replay),
    list: jest.fn(async () => [replay]),
    cancel: jest.fn(async () => replay),
    countFlips: jest.fn(async () => 1),
    flips: jest.fn(async () => [
      {
        seq: 0,
        flip: {
          ...aFlip,
          targetRef: 'component:default/hidden',
          decisionId: 'd-0',
        },
      },
      { seq: 1, flip: aFlip },
    ]),
  };
  const { sources } = viewSources({ readable, isAuditor });
  const service = AuthorizedReplayService.create({
    replays: replays as unknown as DefaultReplayService,
    permissions: mockServices.permissions.mock({
      authorize: async () => [
        { result: mayReplay ? AuthorizeResult.ALLOW : AuthorizeResult.DENY },
      ],
    }),
    people: {
      refsOf: async ref => [ref, 'group:default/platform'],
      standing: async () => undefined,
      membersOf: async () => [],
    },
    sources,
  });
  return { service, replays };
}

const own = { createdBy: ana.ref };
const { agentRef, targetRef } = aFlip;

describe('AuthorizedReplayService', () => {
  it('starts nothing without the permission', async () => {
    const { service, replays } = setUp({ mayReplay: false });
    await expect(service.start(input, { caller: ana })).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(replays.start).not.toHaveBeenCalled();
  });

  it('invariant 14: starts over what they may read, and over everything for an auditor', async () => {
    const all = async () => ({
      agents: ['agent:default/a', 'agent:default/b'],
      targets: ['component:default/x'],
    });
    const starterOf = async (options: Parameters<typeof setUp>[0]) => {
      const { service, replays } = setUp(options);
      await service.start(input, { caller: ana });
      return replays.start.mock.calls[0][1];
    };
    const person = await starterOf({ readable: ['agent:default/b'] });
    expect(await person.visible(all)).toEqual({
      agents: ['agent:default/b'],
      targets: [],
    });
    expect(await person.hiddenOf((await all()).agents)).toEqual(
      new Set(['agent:default/a']),
    );
    const auditor = await starterOf({ isAuditor: true });
    expect(await auditor.visible(all)).toBeUndefined();
  });

  it.each(['get', 'cancel', 'markdown'] as const)(
    'invariant 14: knows no replay of another person: %s',
    async method => {
      const { service, replays } = setUp();
      await expect(
        service[method]('r-1', { caller: ana }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      await expect(
        service.listFlips('r-1', {}, { caller: ana }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      expect(replays.cancel).not.toHaveBeenCalled();
    },
  );

  it('lets an auditor look and not cancel', async () => {
    const { service, replays } = setUp({ isAuditor: true, mayReplay: false });
    await expect(service.get('r-1', { caller: ana })).resolves.toMatchObject({
      mayCancel: false,
    });
    await expect(service.list({}, { caller: ana })).resolves.toMatchObject({
      items: [{ id: 'r-1' }],
    });
    await expect(service.cancel('r-1', { caller: ana })).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(replays.cancel).not.toHaveBeenCalled();
  });

  it('lists their own to a person', async () => {
    const { service, replays } = setUp({ replay: own });
    await service.list({}, { caller: ana });
    expect(replays.list).toHaveBeenCalledWith(
      expect.objectContaining({ createdBy: ana.ref }),
    );
  });

  it('invariant 14: asks again about each flip, and shows none that they may not read by now', async () => {
    const { service } = setUp({ replay: own, readable: [agentRef, targetRef] });
    const { items } = await service.listFlips('r-1', {}, { caller: ana });
    expect(items.map(({ decisionId }) => decisionId)).toEqual([
      aFlip.decisionId,
    ]);
    const markdown = await service.markdown('r-1', { caller: ana });
    expect(markdown).not.toContain('hidden');
  });

  it('shows one of the portal to its audience, with the names hidden that they may not read', async () => {
    const forUs = {
      createdBy: undefined,
      audience: ['group:default/platform'],
    };
    const { service } = setUp({ replay: forUs, mayReplay: false });
    const seen = await service.get('r-1', { caller: ana });
    expect(seen.report?.byAgent.items[0].key).toBe(MASKED_ENTITY_REF);
    expect(seen.mayCancel).toBe(false);
    const others = setUp({
      replay: { ...forUs, audience: ['group:default/x'] },
    });
    await expect(
      others.service.get('r-1', { caller: ana }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
