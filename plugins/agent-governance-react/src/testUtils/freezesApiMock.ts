import {
  Freeze,
  FreezesApi,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { aFreezeException, someCoverage } from './builders';
import { pageOf } from './pageOf';
import { refuse } from './refuse';

const PERMITTED = {
  allowed: true,
  because: 'You own everything in this scope.',
};

/** The freezes of a portal in memory. */
export function freezesApiMock(freezes: Freeze[]): FreezesApi {
  const find = async (id: string) =>
    freezes.find(candidate => candidate.id === id) ??
    refuse(404, `No freeze ${id}`)();
  return {
    listFreezes: async (filter = {}) =>
      pageOf(
        freezes.filter(
          freeze =>
            !filter.state?.length || filter.state.includes(freeze.state),
        ),
        filter,
      ),
    getFreezeAgenda: async ({ from, to }) => {
      const within = freezes.filter(
        freeze => freeze.from < to && from < freeze.to,
      );
      return {
        from,
        to,
        freezes: within,
        occurrences: within.map(freeze => ({
          freezeId: freeze.id,
          from: freeze.from,
          to: freeze.to,
        })),
        truncated: false,
      };
    },
    getFreeze: async id => ({
      freeze: await find(id),
      next: [],
      coverage: someCoverage(),
      exceptions: [],
      permission: PERMITTED,
    }),
    mayFreeze: async () => PERMITTED,
    previewFreeze: async ({ from = '', to = '', recurrence }) => ({
      scope: 'what was asked for',
      ...(recurrence && { words: 'every week on Friday' }),
      occurrences: recurrence ? [] : [{ from, to }],
      coverage: someCoverage(),
      permission: PERMITTED,
    }),
    createFreeze: async input => ({
      id: 'freeze-new',
      scope: input.scope,
      from: input.from ?? '2026-11-20T15:00:00.000Z',
      to: input.to ?? '2026-11-20T23:00:00.000Z',
      ...(input.recurrence && {
        recurrence: { ...input.recurrence, words: 'every week on Friday' },
      }),
      reason: input.reason,
      owner: input.owner ?? 'user:default/me',
      createdBy: 'user:default/me',
      state: 'planned',
      revision: 1,
      createdAt: '2026-11-20T09:40:00.000Z',
    }),
    endFreeze: async id => {
      const freeze = await find(id);
      return {
        ...freeze,
        state: 'ended-early',
        revision: freeze.revision + 1,
      };
    },
    askFreezeException: async (freezeId, { scope, from, to, reason }) =>
      aFreezeException({ freezeId, scope, from, to, reason }),
    approveFreezeException: async (freezeId, id) =>
      aFreezeException({ id, freezeId, state: 'active' }),
    endFreezeException: async (freezeId, id) =>
      aFreezeException({ id, freezeId, state: 'ended' }),
    importFreezes: async ({ apply = false }) => ({
      events: [
        {
          position: 1,
          uid: 'u-1',
          title: 'Release week',
          outcome: 'new',
          from: '2026-11-23T00:00:00.000Z',
          to: '2026-11-28T00:00:00.000Z',
        },
      ],
      applied: apply,
    }),
    listFreezeCalendars: async () => [],
  };
}
