import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import { lazy } from 'react';
import { LazyPart } from '../LazyPart';
import { Section } from '../Section';

const FixturesContent = lazy(() => import('./FixturesContent'));

/** What the policy is tried by, and what becomes of that now. There where something of it decides. */
export function PolicyFixtures(props: { policy: PolicyDetail }) {
  const { ref, document } = props.policy;
  return document === undefined ? null : (
    <Section title="Fixtures">
      <LazyPart what="the fixtures">
        <FixturesContent policyRef={ref} document={document} />
      </LazyPart>
    </Section>
  );
}
