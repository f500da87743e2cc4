import {
  AlternativeProgress,
  CheckpointProgress,
  TermProgress,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  StatusTag,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { RiCheckLine, RiTimeLine } from '@remixicon/react';
import { Fragment, useId } from 'react';
import styles from './Checkpoints.module.css';

function Names(props: { refs: string[]; joint: string }) {
  return (
    <>
      {props.refs.map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && props.joint}
          <EntityName entityRef={ref} />
        </Fragment>
      ))}
    </>
  );
}

function Term(props: { term: TermProgress }) {
  const { from, resolved, count, approvedBy } = props.term;
  const isDone = approvedBy.length >= count;
  return (
    <li className={styles.term}>
      <span>
        {count} {count === 1 ? 'person' : 'people'} of{' '}
        <Names refs={resolved} joint=" or " />
        {from === 'target-owner' && ', the owner of the target'}
      </span>
      <span className={styles.done}>
        {isDone ? (
          <StatusTag tone="success" icon={<RiCheckLine />}>
            Approved
          </StatusTag>
        ) : (
          <StatusTag tone="neutral" edge="dashed" icon={<RiTimeLine />}>
            {count - approvedBy.length} still needed
          </StatusTag>
        )}
        {approvedBy.length > 0 && (
          <span>
            by <Names refs={approvedBy} joint=", " />
          </span>
        )}
      </span>
    </li>
  );
}

function Way(props: { way: AlternativeProgress }) {
  return (
    <ul className={styles.terms}>
      {props.way.terms.map((term, index) => (
        <Term key={index} term={term} />
      ))}
    </ul>
  );
}

function OneCheckpoint(props: { checkpoint: CheckpointProgress }) {
  const { policy, rule, met, anyOf, notes } = props.checkpoint;
  const titleId = useId();
  return (
    <section className={styles.checkpoint} aria-labelledby={titleId}>
      <p className={styles.line}>
        <span id={titleId}>
          {rule ? (
            <>
              Asked for by <PlainText text={rule} />
              {policy && (
                <>
                  {' '}
                  of <EntityName entityRef={policy} />
                </>
              )}
            </>
          ) : (
            'Asked for where no policy says who'
          )}
        </span>
        {met && (
          <StatusTag tone="success" icon={<RiCheckLine />}>
            Satisfied
          </StatusTag>
        )}
      </p>
      {anyOf.length > 1 ? (
        <>
          <p className={styles.line}>Any one of these is enough:</p>
          <ol className={styles.ways}>
            {anyOf.map((way, index) => (
              <li key={index}>
                <Way way={way} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        anyOf.map((way, index) => <Way key={index} way={way} />)
      )}
      {anyOf.some(({ terms }) => terms.length > 1) && (
        <p className={styles.quiet}>
          Whoever could count for several of these counts for one.
        </p>
      )}
      {notes?.map(note => (
        <p key={note} className={styles.quiet}>
          <PlainText text={note} />
        </p>
      ))}
    </section>
  );
}

/** Who has to look before it may run: every checkpoint in words, with who approved and who is still needed. */
export function Checkpoints(props: {
  checkpoints: CheckpointProgress[];
  /** How far they have come in all, in words. */
  summary?: string;
}) {
  const { checkpoints, summary } = props;
  return (
    <div className={styles.all}>
      {summary && (
        <p className={styles.line}>
          <PlainText text={summary} />
        </p>
      )}
      {checkpoints.length > 1 && (
        <p className={styles.line}>All of these have to be satisfied:</p>
      )}
      {checkpoints.map(checkpoint => (
        <OneCheckpoint key={checkpoint.id} checkpoint={checkpoint} />
      ))}
    </div>
  );
}
