import {
  Explanation,
  KnownOutcome,
  ReviewVerdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useExplanation } from '@agentgov/backstage-plugin-agent-governance-react';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { useState } from 'react';
import { DecisionFacts } from '../DecisionFacts';
import { LedgerEntries } from '../LedgerEntries';
import { LoadState } from '../LoadState';
import { OutcomePanel } from '../OutcomePanel';
import { PageMain } from '../PageMain';
import { RequestSummary } from '../RequestSummary';
import { ReviewPanel } from '../ReviewPanel';
import { Section } from '../Section';
import { DecisionList } from './DecisionList';
import { ExecutionStory } from './ExecutionStory';
import { RequestStanding } from './RequestStanding';
import { ReviewList } from './ReviewList';
import styles from './RequestPage.module.css';

const SAID: Record<ReviewVerdict, string> = {
  approve: 'Your approval was recorded.',
  reject: 'Your rejection was recorded.',
};
const FOUND: Record<KnownOutcome, string> = {
  succeeded: 'It was recorded that it happened.',
  failed: 'It was recorded that it did not happen.',
};

function RequestStory(props: {
  explanation: Explanation;
  onReviewed(verdict: ReviewVerdict): void;
  onReconciled(outcome: KnownOutcome): void;
}) {
  const { explanation, onReviewed, onReconciled } = props;
  const { request, decisions, reviews, entries, mayReview, mayReconcile } =
    explanation;
  const latest = decisions.at(-1);
  const isMine = request.state === 'held' && mayReview.allowed;
  return (
    <div className={styles.story}>
      <Section title="Where it stands">
        <RequestStanding explanation={explanation} />
      </Section>
      {(request.state === 'unknown' || request.reconciliation) && (
        <Section title="What came of it">
          <OutcomePanel
            request={request}
            mayReconcile={mayReconcile}
            onReconciled={onReconciled}
          />
        </Section>
      )}
      {isMine ? (
        <Section title="Your review">
          <ReviewPanel requestId={request.id} onReviewed={onReviewed} />
        </Section>
      ) : (
        <Section title="What was asked">
          <RequestSummary request={request} />
        </Section>
      )}
      {latest && (
        <Section title="What it saw">
          <DecisionFacts facts={latest.facts} />
        </Section>
      )}
      <Section title="How it was decided">
        <DecisionList decisions={decisions} />
      </Section>
      <Section title="Who reviewed">
        <ReviewList reviews={reviews} />
      </Section>
      <Section title="What happened">
        <ExecutionStory request={request} />
      </Section>
      <Section title="In the ledger">
        <LedgerEntries entries={entries} />
      </Section>
    </div>
  );
}

/** One request's page: it answers why. */
export function RequestPage(props: { id: string }) {
  const { id } = props;
  const [said, setSaid] = useState('');
  const explanation = useExplanation(id);
  const title = explanation.data?.request.actionTitle ?? 'Request';
  return (
    <BreadcrumbEntry entry={{ label: title, href: id }}>
      <PageMain title={title}>
        <VisuallyHidden role="status">{said}</VisuallyHidden>
        <LoadState query={explanation} what="this request">
          {() => (
            <RequestStory
              explanation={explanation.data!}
              onReviewed={verdict => setSaid(SAID[verdict])}
              onReconciled={outcome => setSaid(FOUND[outcome])}
            />
          )}
        </LoadState>
      </PageMain>
    </BreadcrumbEntry>
  );
}
