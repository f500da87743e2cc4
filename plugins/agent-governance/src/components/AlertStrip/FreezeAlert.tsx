import {
  Freeze,
  FreezeException,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
  useAgentGovernanceLinks,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { RiSnowflakeLine } from '@remixicon/react';
import { FreezeScopeName } from '../FreezeItem';
import { ExceptionScopeName } from '../FreezeView';
import { AlertItem } from './AlertItem';

/** It does not stop everything: what may pass, and until when. */
function Excepted(props: { exception: FreezeException }) {
  const { scope, to } = props.exception;
  return (
    <>
      {' '}
      Excepted until <Time value={to} />: <ExceptionScopeName scope={scope} />.
    </>
  );
}

/** A freeze in force, what is excepted from it, whose it is, and until when. */
export function FreezeAlert(props: { freeze: Freeze; isCompact?: boolean }) {
  const { freeze, isCompact } = props;
  const links = useAgentGovernanceLinks();
  const exceptions = freeze.exceptions ?? [];
  return (
    <AlertItem
      status="info"
      icon={<RiSnowflakeLine aria-hidden="true" />}
      isCompact={isCompact}
      title={
        <>
          Freeze in force: <PlainText text={freeze.reason} />
        </>
      }
      until={
        <>
          Ends <Time value={freeze.to} />
          {isCompact && exceptions.length > 0 && ', with exceptions'}.
        </>
      }
      link={{ href: links.freeze?.(freeze.id), text: 'See the freeze' }}
    >
      Covers <FreezeScopeName scope={freeze.scope} /> since{' '}
      <Time value={freeze.from} />. Owner{' '}
      <EntityName entityRef={freeze.owner} />.
      {freeze.recurrence && ` It comes ${freeze.recurrence.words}.`}
      {exceptions.map(exception => (
        <Excepted key={exception.id} exception={exception} />
      ))}
    </AlertItem>
  );
}
