import { Entity } from '@backstage/catalog-model';
import { LoadResult } from '../load/runLoad';
import { PortalDatabase } from './portalConfig';
import { Usage } from './PortalUnderTest';

/** What can be asked of a portal in a process of its own. */
export interface PortalCalls {
  start(options: {
    port: number;
    database: PortalDatabase;
    entities: Entity[];
    /** Where actions are carried out; without it the first one never ends, and nothing else is executed. */
    outsideUrl?: string;
    /** Whether agent governance is part of it; it is by default. */
    governance?: boolean;
  }): Promise<void>;
  usage(options: {}): Promise<Usage>;
  authorize(options: {
    userToken: string;
    concurrency: number;
    durationMs: number;
  }): Promise<LoadResult>;
  claim(options: { concurrency: number; count: number }): Promise<LoadResult>;
  forgetSince(options: { time: string }): Promise<void>;
  /** Answers, and does nothing at all from then on until it is told to through its pipe. */
  pause(options: {}): Promise<void>;
}

/** The pipe over which a portal that is paused is told to go on. */
export const RESUME_PIPE = 4;

export type CallName = keyof PortalCalls;
export type CallOptions<Name extends CallName> = Parameters<
  PortalCalls[Name]
>[0];
export type CallAnswer<Name extends CallName> = Awaited<
  ReturnType<PortalCalls[Name]>
>;

/** One call, as it is sent to the portal's process. */
export interface CallMessage {
  id: number;
  name: CallName;
  options: unknown;
}

/** Its answer. */
export interface AnswerMessage {
  id: number;
  answer?: unknown;
  error?: string;
}
