import {
  PolicyDraft,
  Replay,
  ReplayFlipKind,
  ReplayFlips,
  ReplayScope,
  ReplayState,
  Verdict,
} from '../model';
import { Page, PageOptions } from './Page';

/** @public */
export interface StartReplayInput {
  /** At most 200 characters; made from the draft when absent. */
  title?: string;
  draft: PolicyDraft;
  scope: ReplayScope;
}

/** @public */
export interface ListReplaysOptions extends PageOptions {
  state?: ReplayState[];
}

/** @public */
export interface WaitForReplayOptions {
  /** Answers when its revision is another than `revision`, or after so many seconds (0 to 60). */
  waitSeconds?: number;
  /** The revision that is known. */
  revision?: number;
  /** Stops waiting. */
  signal?: AbortSignal;
}

/** Every filter that is left out means all. @public */
export interface ListReplayFlipsOptions extends PageOptions {
  agent?: string;
  team?: string;
  action?: string;
  policy?: string;
  kind?: ReplayFlipKind;
  /** Verdict under the policies that decide. */
  from?: Verdict;
  /** Verdict under the draft. */
  to?: Verdict;
}

/** Drafts of policies, tried on recorded decisions. @public */
export interface ReplaysApi {
  /**
   * Starts one; it goes on by itself.
   *
   * @throws ResponseError 400 with `problems` in the body's error where the draft cannot be compiled; 409 while another
   *   one of the same person has not ended: `error.replayId` names it
   */
  startReplay(input: StartReplayInput): Promise<Replay>;
  /** The caller's own (an auditor's: all), the newest first. */
  listReplays(options?: ListReplaysOptions): Promise<Page<Replay>>;
  getReplay(id: string, options?: WaitForReplayOptions): Promise<Replay>;
  /** Stops it; one that has ended stays as it is. */
  cancelReplay(id: string): Promise<Replay>;
  /** In the order they were decided. */
  listReplayFlips(
    id: string,
    options?: ListReplayFlipsOptions,
  ): Promise<ReplayFlips>;
  /** The report as Markdown, for a pull request. */
  getReplayMarkdown(id: string): Promise<string>;
}
