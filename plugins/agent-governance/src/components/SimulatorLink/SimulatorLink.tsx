import {
  SimulatorStart,
  useAgentGovernanceLinks,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { ButtonLink } from '@backstage/ui';
import { RiFlaskLine } from '@remixicon/react';
import styles from './SimulatorLink.module.css';

/** Leads to the simulator, with what it starts from; nothing in a portal without one. */
export function SimulatorLink(props: {
  start: SimulatorStart;
  children?: string;
}) {
  const { start, children = 'Try this in the simulator' } = props;
  const { simulator } = useAgentGovernanceLinks();
  return simulator ? (
    <div className={styles.link}>
      <ButtonLink
        size="small"
        variant="secondary"
        iconStart={<RiFlaskLine />}
        href={simulator(start)}
      >
        {children}
      </ButtonLink>
    </div>
  ) : null;
}
