import { Replay, ReplayFlips } from '../model';
import { OrganizationClient } from './OrganizationClient';
import { Page } from './Page';
import { PortalRequests } from './PortalRequests';
import {
  ListReplayFlipsOptions,
  ListReplaysOptions,
  ReplaysApi,
  StartReplayInput,
  WaitForReplayOptions,
} from './ReplaysApi';

/** {@link ReplaysApi} over HTTP. @public */
export class ReplaysClient extends OrganizationClient implements ReplaysApi {
  readonly #portal: PortalRequests;

  protected constructor(portal: PortalRequests) {
    super(portal);
    this.#portal = portal;
  }

  startReplay(input: StartReplayInput): Promise<Replay> {
    return this.#portal.request('POST', '/v1/replays', { body: input });
  }

  listReplays(options: ListReplaysOptions = {}): Promise<Page<Replay>> {
    return this.#portal.request('GET', '/v1/replays', {
      query: { ...options },
    });
  }

  getReplay(id: string, options: WaitForReplayOptions = {}): Promise<Replay> {
    const { signal, ...query } = options;
    return this.#portal.request('GET', replayPath(id), { query, signal });
  }

  cancelReplay(id: string): Promise<Replay> {
    return this.#portal.request('POST', `${replayPath(id)}/cancel`);
  }

  listReplayFlips(
    id: string,
    options: ListReplayFlipsOptions = {},
  ): Promise<ReplayFlips> {
    return this.#portal.request('GET', `${replayPath(id)}/flips`, {
      query: { ...options },
    });
  }

  getReplayMarkdown(id: string): Promise<string> {
    return this.#portal.text(`${replayPath(id)}/report.md`);
  }
}

function replayPath(id: string): string {
  return `/v1/replays/${encodeURIComponent(id)}`;
}
