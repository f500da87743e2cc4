import {
  CheckpointCensus,
  PolicyDetail,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Fragment } from 'react';
import styles from './PolicyRules.module.css';

type Rule = NonNullable<PolicyDetail['document']>['rules'][number];
type Checkpoint = NonNullable<Rule['checkpoint']>;
type Term = { from: string; count: number; people?: number };

/** Who must look, and whether there are people enough. */
export function PolicyCheckpoint(props: {
  checkpoint: Checkpoint;
  census?: CheckpointCensus;
}) {
  const { checkpoint, census } = props;
  return (
    <div className={styles.quiet}>
      <ul className={styles.ways}>
        {checkpoint.anyOf.map(({ allOf }, index) => {
          const counted = census?.anyOf[index];
          const terms: Term[] = counted?.allOf ?? allOf;
          return (
            <li key={index}>
              {index > 0 && 'or '}
              {terms.map((term, place) => (
                <Fragment key={term.from}>
                  {place > 0 && ' and '}
                  <TermWords term={term} />
                </Fragment>
              ))}
              {counted?.satisfiable === false && (
                <strong>
                  {' '}
                  Nobody can: <PlainText text={counted.because ?? ''} />.
                </strong>
              )}
            </li>
          );
        })}
      </ul>
      To be decided within <code>{checkpoint.decideWithin}</code>, then started
      within <code>{checkpoint.executeWithin}</code>.
    </div>
  );
}

function TermWords(props: { term: Term }) {
  const { from, count, people } = props.term;
  return (
    <>
      {count} of{' '}
      {from === 'target-owner' ? (
        'whoever owns the target'
      ) : (
        <>
          <EntityName entityRef={from} defaultKind="group" />
          {people !== undefined &&
            ` (${people === 1 ? '1 person' : `${people} people`})`}
        </>
      )}
    </>
  );
}
