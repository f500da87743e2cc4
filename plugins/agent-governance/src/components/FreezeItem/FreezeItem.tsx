import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
  useMayFreeze,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Link } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { Item, ItemLine, Quiet } from '../Item';
import { EndFreeze } from './EndFreeze';
import { FreezeScopeName } from './FreezeScopeName';
import { FreezeStateTag } from './FreezeStateTag';
import { FreezeActor, FreezeTime } from './FreezeTime';

function EndFromList(props: { freeze: Freeze; onEnded(freeze: Freeze): void }) {
  const { scope } = props.freeze;
  const permission = useMayFreeze(scope);
  // a predicate alone says nothing about whose it is: only administrators may
  const isAsked = Boolean(scope.entityRef || scope.environments?.length);
  const hindrance = permission.data?.allowed
    ? undefined
    : permission.data?.because ??
      permission.error?.message ??
      (isAsked
        ? 'Finding out whether you may end it…'
        : 'Open it to see whether you may end it.');
  return <EndFreeze {...props} hindrance={hindrance} />;
}

/** Leads to everything about one freeze; the list stays as it was behind it. */
function FreezeLink(props: { freeze: Freeze }) {
  const { id, reason } = props.freeze;
  const [params] = useSearchParams();
  const search = new URLSearchParams(params);
  search.set('freeze', id);
  return (
    <Link href={`?${search}`} weight="bold">
      <PlainText text={reason} limit={500} />
    </Link>
  );
}

/** One freeze: state, scope, time, reason, owner, and its end for those who may. */
export function FreezeItem(props: {
  freeze: Freeze;
  onEnded(freeze: Freeze): void;
}) {
  const { freeze, onEnded } = props;
  const { exceptions = [] } = freeze;
  const canEnd = freeze.state === 'in-force' || freeze.state === 'planned';
  return (
    <Item>
      <ItemLine>
        <FreezeStateTag state={freeze.state} />
        <FreezeLink freeze={freeze} />
        <span>
          covers <FreezeScopeName scope={freeze.scope} />
        </span>
      </ItemLine>
      <ItemLine>
        <span>
          <FreezeTime freeze={freeze} />
        </span>
        <span>
          owner <EntityName entityRef={freeze.owner} />
        </span>
        <Quiet>
          set by <FreezeActor actor={freeze.createdBy} />
        </Quiet>
        {freeze.endedAt && (
          <span>
            ended <Time value={freeze.endedAt} />
            {freeze.endedBy && (
              <>
                {' '}
                by <FreezeActor actor={freeze.endedBy} />
              </>
            )}
          </span>
        )}
        {exceptions.length > 0 && (
          <span>
            {exceptions.length === 1
              ? 'one exception is active'
              : `${exceptions.length} exceptions are active`}
          </span>
        )}
      </ItemLine>
      {canEnd && <EndFromList freeze={freeze} onEnded={onEnded} />}
    </Item>
  );
}
