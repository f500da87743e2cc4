import {
  Replay,
  ReplayFlip,
  ReplaysApi,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { aReplay } from './builders';
import { pageOf } from './pageOf';
import { refuse } from './refuse';

/** The replays of a portal in memory: what is started is queued, and nothing runs. */
export function replaysApiMock(
  replays: Replay[],
  flips: ReplayFlip[],
): ReplaysApi {
  const find = async (id: string) =>
    replays.find(candidate => candidate.id === id) ??
    refuse(404, `There is no replay '${id}' that you may see`)();
  return {
    startReplay: async ({ title, draft, scope }) => {
      const { report, endedAt, ...replay } = aReplay({
        id: 'replay-new',
        ...(title !== undefined && { title }),
        draft,
        scope,
        state: 'queued',
        progress: { total: 0, done: 0 },
        mayCancel: true,
        revision: 1,
      });
      return replay;
    },
    listReplays: async (options = {}) =>
      pageOf(
        replays.filter(
          ({ state }) =>
            !options.state?.length || options.state.includes(state),
        ),
        options,
      ),
    getReplay: find,
    cancelReplay: async id => ({
      ...(await find(id)),
      state: 'cancelled',
      mayCancel: false,
    }),
    listReplayFlips: async (id, options = {}) => {
      await find(id);
      const { agent, team, action, policy, kind, from, to } = options;
      const same = (wanted: string | undefined, value: string | undefined) =>
        wanted === undefined || wanted === value;
      return pageOf(
        flips.filter(
          flip =>
            same(agent, flip.agentRef) &&
            same(team, flip.team) &&
            same(action, flip.actionId) &&
            same(kind, flip.kind) &&
            same(from, flip.before.verdict) &&
            same(to, flip.after.verdict) &&
            (policy === undefined || flip.policies.includes(policy)),
        ),
        options,
      );
    },
    getReplayMarkdown: async id => `## Replay: ${(await find(id)).title}\n`,
  };
}
