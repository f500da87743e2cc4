import { PolicyEffects } from '@agentgov/backstage-plugin-agent-governance-common';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { ReplayStart } from '../../replays';
import { replaysRouteRef } from '../../routes';

/** Takes what a policy in shadow mode would have done to a replay of the same time, in which it is enforced. */
export function ReplayLink(props: {
  effects: PolicyEffects;
  /** Until when decisions were counted, ISO 8601. */
  readAt: string;
}) {
  const { effects, readAt } = props;
  const replays = useRouteRef(replaysRouteRef);
  const start: ReplayStart = {
    title: `${effects.policyRef} enforced`,
    scope: { from: `${effects.from}T00:00:00.000Z`, to: readAt },
    draft: {
      changes: [
        { kind: 'mode', policyRef: effects.policyRef, mode: 'enforce' },
      ],
    },
  };
  return replays ? (
    <div>
      <ButtonLink
        variant="secondary"
        href={`${replays()}?${new URLSearchParams({
          start: JSON.stringify(start),
        })}`}
      >
        Replay these days with it enforced
      </ButtonLink>
    </div>
  ) : null;
}
