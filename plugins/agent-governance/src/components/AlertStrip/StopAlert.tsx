import { Stop } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
  useAgentGovernanceLinks,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { RiStopCircleLine } from '@remixicon/react';
import { StopScopeName } from '../StopScopeName';
import { AlertItem } from './AlertItem';

/** A stop in force: of what, by whom, since when, and how far its release is. */
export function StopAlert(props: { stop: Stop; isCompact?: boolean }) {
  const { stop, isCompact } = props;
  const { approvals, quorum } = stop.release;
  const links = useAgentGovernanceLinks();
  return (
    <AlertItem
      status="danger"
      icon={<RiStopCircleLine aria-hidden="true" />}
      isCompact={isCompact}
      title={
        <>
          Stopped: <PlainText text={stop.reason} />
        </>
      }
      until={
        <>
          Until it is released: {approvals.length} of {quorum} agree.
        </>
      }
      link={{ href: links.stop?.(stop.id), text: 'Release it' }}
    >
      Stops <StopScopeName scope={stop.scope} />. Pulled by{' '}
      <EntityName entityRef={stop.pulledBy} /> <Time value={stop.pulledAt} />.
    </AlertItem>
  );
}
