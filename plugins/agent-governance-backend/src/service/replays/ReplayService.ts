import {
  ListReplayFlipsOptions,
  ListReplaysOptions,
  Page,
  Replay,
  ReplayFlips,
  StartReplayInput,
  WaitForReplayOptions,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';

/** Drafts of policies, tried on recorded decisions. */
export interface ReplayService {
  /**
   * @throws InputError naming what is wrong, with `problems` where it is the draft; ConflictError with `replayId` while
   *   another one of the same person is under way
   */
  start(
    input: StartReplayInput,
    options: { caller: PersonCaller },
  ): Promise<Replay>;
  list(
    query: ListReplaysOptions,
    options: { caller: PersonCaller },
  ): Promise<Page<Replay>>;
  /** @throws NotFoundError */
  get(
    id: string,
    options: WaitForReplayOptions & {
      caller: PersonCaller;
      signal?: AbortSignal;
    },
  ): Promise<Replay>;
  /** @throws NotFoundError; NotAllowedError for whoever may only look */
  cancel(id: string, options: { caller: PersonCaller }): Promise<Replay>;
  /** @throws NotFoundError; InputError */
  listFlips(
    id: string,
    query: ListReplayFlipsOptions,
    options: { caller: PersonCaller },
  ): Promise<ReplayFlips>;
  /** @throws NotFoundError; ConflictError where there is no report */
  markdown(id: string, options: { caller: PersonCaller }): Promise<string>;
}
