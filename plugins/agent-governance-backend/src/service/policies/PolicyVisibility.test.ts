import { StoredPolicy } from '../../store/PolicyStore';
import { ana } from '../__testUtils__/viewSources';
import { PolicyVisibility } from './PolicyVisibility';

function policy(
  name: string,
  changes: Partial<StoredPolicy> = {},
): StoredPolicy {
  return {
    ref: `agentpolicy:default/${name}`,
    state: 'enforcing',
    title: name,
    owner: 'group:default/sre',
    because: '',
    problems: [],
    checkpoints: [],
    revision: 1,
    changedAt: '2026-11-20T12:00:00.000Z',
    ...changes,
  };
}

const visible = async (
  policies: StoredPolicy[],
  options: { readable: string[]; mayConfirm?: boolean },
) =>
  (
    await PolicyVisibility.create({
      visibility: {
        readable: async refs =>
          new Set(refs.filter(ref => options.readable.includes(ref))),
      },
      mayDecide: async () => options.mayConfirm ?? false,
    }).visible(policies, ana)
  ).map(({ title }) => title);

describe('invariant 14: PolicyVisibility', () => {
  it('shows the policies they may read in the catalog', async () => {
    expect(
      await visible([policy('theirs'), policy('others')], {
        readable: ['agentpolicy:default/theirs', 'group:default/sre'],
      }),
    ).toEqual(['theirs']);
  });

  it('shows one that is gone from there to who may read its owner, or may confirm', async () => {
    const gone = [policy('gone', { state: 'vanished' })];
    expect(await visible(gone, { readable: [] })).toEqual([]);
    expect(
      await visible(gone, { readable: ['agentpolicy:default/gone'] }),
    ).toEqual([]);
    expect(await visible(gone, { readable: ['group:default/sre'] })).toEqual([
      'gone',
    ]);
    expect(await visible(gone, { readable: [], mayConfirm: true })).toEqual([
      'gone',
    ]);
  });

  it('shows one of which a change waits to who may vote on it', async () => {
    const waiting = [
      policy('waiting', { pending: {} as StoredPolicy['pending'] }),
    ];
    expect(await visible(waiting, { readable: [] })).toEqual([]);
    expect(await visible(waiting, { readable: [], mayConfirm: true })).toEqual([
      'waiting',
    ]);
  });

  it('does not let who may confirm see others that they may not read', async () => {
    expect(
      await visible([policy('hidden')], { readable: [], mayConfirm: true }),
    ).toEqual([]);
  });
});
