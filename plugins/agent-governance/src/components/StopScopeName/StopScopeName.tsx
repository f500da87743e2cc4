import { StopScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityName } from '@agentgov/backstage-plugin-agent-governance-react';

/** What a stop brakes, with links. */
export function StopScopeName(props: { scope: StopScope }) {
  const { kind, ref = '', on } = props.scope;
  switch (kind) {
    case 'agent':
      return (
        <>
          <EntityName entityRef={ref} defaultKind="agent" />
          {on === undefined ? (
            ' everywhere'
          ) : (
            <>
              {' '}
              on <EntityName entityRef={on} />
            </>
          )}
        </>
      );
    case 'target':
      return (
        <>
          everything agents do to <EntityName entityRef={ref} />
        </>
      );
    case 'action':
      return (
        <>
          the action <code>{ref}</code>
        </>
      );
    default:
      return <>everything agents do, everywhere</>;
  }
}
