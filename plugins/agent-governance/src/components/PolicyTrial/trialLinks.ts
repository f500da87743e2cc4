import type { PolicyDraft } from '@agentgov/backstage-plugin-agent-governance-common';

/** What a replay is started from, as the page of replays reads it from its address. */
interface ReplayStart {
  title: string;
  scope: { from: string; to: string };
  draft: PolicyDraft;
}

const DAYS = 7;
/** Longer addresses are cut or refused by some of what they are sent through. */
const MAX_LENGTH = 12_000;

/** Leads to a replay of the last days with something else than what decides; `undefined` where no address can say it. */
export function replayLink(
  root: string,
  options: { title: string; draft: PolicyDraft; now: Date },
): string | undefined {
  const { title, draft, now } = options;
  const start: ReplayStart = {
    title,
    scope: {
      from: new Date(now.getTime() - DAYS * 86_400_000).toISOString(),
      to: now.toISOString(),
    },
    draft,
  };
  const link = `${root}/replays?start=${encodeURIComponent(
    JSON.stringify(start),
  )}`;
  return link.length > MAX_LENGTH ? undefined : link;
}
