import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { useMemo } from 'react';
import { useAddress } from '../../address';
import { rootRouteRef } from '../../routes';
import { SimulatorLink } from '../SimulatorLink';
import { replayLink } from './trialLinks';
import styles from './PolicyTrial.module.css';

/** Ways to see what would become of past decisions were this policy another, before anything changes. */
export function TrialActions(props: { policy: PolicyDetail }) {
  const { policy } = props;
  const { ref, title, mode, standing } = policy;
  const root = useRouteRef(rootRouteRef);
  const [{ try: tried }, change] = useAddress(['try'] as const);
  const now = useMemo(() => new Date(), []);
  const replay = (words: string, how: { off: true } | { mode: Mode }) =>
    root &&
    replayLink(root(), {
      title: `${title}: ${words}`,
      draft: {
        changes: [
          'off' in how
            ? { kind: 'off', policyRef: ref }
            : { kind: 'mode', policyRef: ref, mode: how.mode },
        ],
      },
      now,
    });
  const isShadow = mode === 'shadow';
  const otherMode = isShadow
    ? replay('enforced', { mode: 'enforce' })
    : replay('in shadow', { mode: 'shadow' });
  return (
    <div className={styles.actions}>
      {tried !== 'change' && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => change({ try: 'change' })}
        >
          Try a change
        </Button>
      )}
      {standing !== undefined && (
        <>
          <ButtonLink
            size="small"
            variant="secondary"
            href={replay('off', { off: true })}
          >
            Try it off
          </ButtonLink>
          <ButtonLink size="small" variant="secondary" href={otherMode}>
            {isShadow ? 'Try it enforced' : 'Try it in shadow'}
          </ButtonLink>
          <SimulatorLink start={{ policy: { ref, change: 'off' } }}>
            Try it off in the simulator
          </SimulatorLink>
        </>
      )}
    </div>
  );
}

type Mode = NonNullable<PolicyDetail['mode']>;
