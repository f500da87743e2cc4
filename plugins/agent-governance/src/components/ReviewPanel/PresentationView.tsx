import {
  Decision,
  FactChange,
  ReviewPresentation,
  ReviewProgress,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  DecisionPath,
  EntityName,
  Fold,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Text } from '@backstage/ui';
import { Fragment, ReactNode } from 'react';
import { Checkpoints, withoutProgress } from '../Checkpoints';
import { DecisionFacts } from '../DecisionFacts';
import { RequestSummary } from '../RequestSummary';
import styles from './ReviewPanel.module.css';

function Part(props: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <Text as="h4" variant="body-large" weight="bold">
        {props.title}
      </Text>
      {props.children}
    </section>
  );
}

function Names(props: { refs: string[] }) {
  return (
    <>
      {props.refs.map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && ', '}
          <EntityName entityRef={ref} />
        </Fragment>
      ))}
    </>
  );
}

function AskingRules(props: { decision: Decision }) {
  const rules = props.decision.levels.flatMap(level =>
    level.policies.flatMap(policy =>
      policy.rules
        .filter(
          rule => rule.effect === 'require-approval' && rule.matched !== false,
        )
        .map(rule => ({ policy, rule })),
    ),
  );
  return (
    <ul className={styles.list}>
      {rules.map(({ policy, rule }) => (
        <li key={`${policy.id}/${rule.name}`}>
          <strong>
            <PlainText text={rule.name} />
          </strong>{' '}
          of <PlainText text={policy.title} />:{' '}
          <PlainText text={rule.because} />
        </li>
      ))}
    </ul>
  );
}

function ChangedSince(props: { changes: FactChange[] }) {
  return props.changes.length === 0 ? (
    <p className={styles.line}>Nothing it looked at has changed.</p>
  ) : (
    <Changes changes={props.changes} />
  );
}

function HeldBefore(props: {
  before: NonNullable<ReviewPresentation['content']['heldBefore']>;
}) {
  const { decidedAt, approvedBy, changes } = props.before;
  return (
    <>
      <p className={styles.line}>
        It was decided <Time value={decidedAt} />
        {approvedBy.length > 0 && (
          <>
            {' '}
            and approved by <Names refs={approvedBy} />
          </>
        )}
        . Decided again since, it asks for more; earlier approvals do not count.
      </p>
      {changes.length === 0 ? (
        <p className={styles.line}>
          None of the facts shown here moved: who may approve did, or what the
          policies ask for.
        </p>
      ) : (
        <Changes changes={changes} />
      )}
    </>
  );
}

function Changes(props: { changes: FactChange[] }) {
  return (
    <ul className={styles.list}>
      {props.changes.map(change => (
        <li key={change.path}>
          <code>{change.path}</code> was <PlainText text={change.then} />, now
          it is <PlainText text={change.now} />
        </li>
      ))}
    </ul>
  );
}

/** What the server rendered: the action, the reason for asking, what was seen, what changed, who decides. */
export function PresentationView(props: {
  presentation: ReviewPresentation;
  eligibleReviewers: string[];
  /** How far the approvals have come; undefined while that is not known. */
  progress: ReviewProgress | undefined;
  decideBy: string | undefined;
}) {
  const { presentation, eligibleReviewers, progress, decideBy } = props;
  const { request, decision, facts, changedSince, heldBefore, reviews } =
    presentation.content;
  return (
    <div className={styles.panel}>
      <Part title="What will run">
        <RequestSummary request={request} />
      </Part>
      <Part title="Why you are asked">
        <p className={styles.line}>
          <PlainText text={decision.because} />
        </p>
        <AskingRules decision={decision} />
        <Fold summary="The whole decision">
          <DecisionPath decision={decision} />
        </Fold>
      </Part>
      <Part title="What the agent saw">
        <DecisionFacts facts={facts} />
      </Part>
      {heldBefore && (
        <Part title="Why it is held again">
          <HeldBefore before={heldBefore} />
        </Part>
      )}
      <Part title="What changed since">
        <ChangedSince changes={changedSince} />
      </Part>
      <Part title="Who decides">
        <Checkpoints
          checkpoints={
            progress?.checkpoints ?? withoutProgress(decision.checkpoints)
          }
          summary={progress?.because}
        />
        {eligibleReviewers.length > 0 && (
          <p className={styles.line}>
            Whose approval would bring it further:{' '}
            <Names refs={eligibleReviewers} />
          </p>
        )}
        <p className={styles.line}>
          {reviews.length === 0 && 'Nobody has voted yet.'}
          {reviews.map(review => (
            <Fragment key={`${review.reviewerRef}${review.createdAt}`}>
              <EntityName entityRef={review.reviewerRef} />{' '}
              {review.verdict === 'approve' ? 'approved' : 'rejected'}{' '}
              <Time value={review.createdAt} />.{' '}
            </Fragment>
          ))}
        </p>
        {decideBy && (
          <p className={styles.line}>
            Undecided, it expires <Time value={decideBy} />.
          </p>
        )}
      </Part>
    </div>
  );
}
