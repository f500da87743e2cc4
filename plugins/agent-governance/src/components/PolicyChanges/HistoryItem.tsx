import { PolicyChange } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Digest,
  EntityName,
  Fold,
  PlainText,
  PolicyStateBadge,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Item, ItemLine, Quiet } from '../Item';
import { PolicyDifference } from './PolicyDifference';
import { SourcePlace } from './SourcePlace';
import { changeWords } from './changeWords';

/** One thing that happened to a policy: when, what, from where, and the text before and after. */
export function HistoryItem(props: {
  policyRef: string;
  change: PolicyChange;
}) {
  const { policyRef, change } = props;
  const { before, after, comment } = change;
  const person = change.confirmedBy ?? change.votedBy;
  const isEffective = ['policy.changed', 'policy.confirmed'].includes(
    change.type,
  );
  return (
    <Item>
      <ItemLine>
        <Time value={change.at} />
        {isEffective &&
          (change.state === 'gone' ? (
            <span>Gone</span>
          ) : (
            <PolicyStateBadge state={change.state} />
          ))}
        <span>{changeWords(change)}</span>
        {person !== undefined && (
          <span>
            by <EntityName entityRef={person} defaultKind="user" />
          </span>
        )}
      </ItemLine>
      {comment !== undefined && (
        <Quiet as="p">
          “<PlainText text={comment} />”
        </Quiet>
      )}
      {change.originLocation !== undefined && (
        <SourcePlace
          originLocation={change.originLocation}
          sourceUrl={change.sourceUrl}
        />
      )}
      {before === after ? null : (
        <Fold
          summary={
            <>
              {before === undefined ? (
                'Nothing decided before'
              ) : (
                <>
                  Before <Digest value={before} />
                </>
              )}
              ,{' '}
              {after === undefined ? (
                'nothing after'
              ) : (
                <>
                  after <Digest value={after} />
                </>
              )}
            </>
          }
        >
          <PolicyDifference
            policyRef={policyRef}
            before={before}
            after={after}
          />
        </Fold>
      )}
    </Item>
  );
}
