import { Entity } from '@backstage/catalog-model';
import { UpstreamUrls } from '../gateway/upstream/protocol';
import { LoadResult } from '../load/runLoad';
import { FilledRecord } from './effect/fillRecord';
import { PortalDatabase } from './portalConfig';
import { Usage } from './PortalUnderTest';

/** Bytes. */
export interface Memory {
  /** Of objects, and of buffers outside of the heap. */
  heap: number;
  /** Of the whole process, as the computer sees it. */
  resident: number;
}

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
    /** Given, it has a gateway with these behind it, and a plugin with a portal action. */
    upstreams?: UpstreamUrls;
  }): Promise<void>;
  usage(options: {}): Promise<Usage>;
  /** Bytes of the whole process as it is, as the computer sees it. */
  resident(options: {}): Promise<number>;
  /** What is in use once all garbage is collected. */
  memory(options: {}): Promise<Memory>;
  authorize(options: {
    userToken: string;
    concurrency: number;
    durationMs: number;
  }): Promise<LoadResult>;
  claim(options: { concurrency: number; count: number }): Promise<LoadResult>;
  forgetSince(options: { time: string }): Promise<void>;
  /** Multiplies the decisions that are recorded. */
  fillRecord(options: { count: number }): Promise<FilledRecord>;
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
