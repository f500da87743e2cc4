import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
} from '@agentgov/backstage-plugin-agent-governance-react';

/** What a freeze covers, with links. */
export function FreezeScopeName(props: { scope: FreezeScope }) {
  const { entityRef, targets, actions, environments } = props.scope;
  return (
    <>
      {actions && (
        <>
          <PlainText text={actions.join(', ')} /> on{' '}
        </>
      )}
      {entityRef ? <EntityName entityRef={entityRef} /> : 'everything'}
      {targets && (
        <>
          {' '}
          where{' '}
          <code>
            <PlainText text={JSON.stringify(targets)} limit={120} />
          </code>
        </>
      )}{' '}
      in {environments?.join(', ') ?? 'all environments'}
    </>
  );
}
