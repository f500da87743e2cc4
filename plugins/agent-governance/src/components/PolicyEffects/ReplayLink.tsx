import { PolicyEffects } from '@agentgov/backstage-plugin-agent-governance-common';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { rootRouteRef } from '../../routes';

/** Takes what a policy in shadow mode would have done to a replay of the same time, in which it is enforced. */
export function ReplayLink(props: {
  effects: PolicyEffects;
  /** Until when decisions were counted, ISO 8601. */
  readAt: string;
}) {
  const { effects, readAt } = props;
  const root = useRouteRef(rootRouteRef);
  const start = {
    title: `${effects.policyRef} enforced`,
    scope: { from: `${effects.from}T00:00:00.000Z`, to: readAt },
    draft: {
      changes: [
        { kind: 'mode', policyRef: effects.policyRef, mode: 'enforce' },
      ],
    },
  };
  return root ? (
    <div>
      <ButtonLink
        variant="secondary"
        href={`${root()}/replays?${new URLSearchParams({
          start: JSON.stringify(start),
        })}`}
      >
        Replay these days with it enforced
      </ButtonLink>
    </div>
  ) : null;
}
