import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import { usePolicy } from '@agentgov/backstage-plugin-agent-governance-react';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { PolicyChanges, ProposedChange } from '../PolicyChanges';
import { PolicyEffects } from '../PolicyEffects';
import { PolicyFixtures } from '../PolicyFixtures';
import { PolicyRules } from '../PolicyRules';
import { PolicyText } from '../PolicyText';
import { PolicyTrial } from '../PolicyTrial';
import { PolicyTrouble } from '../PolicyTrouble';
import { Section } from '../Section';
import { PolicyStanding } from './PolicyStanding';

/** One policy: what is wrong with it first, then what it says, then what happened to it. */
export function PolicyView(props: { policyRef: string }) {
  const query = usePolicy(props.policyRef);
  return (
    <LoadState query={query} what="this policy">
      {() => <Policy policy={query.data!} />}
    </LoadState>
  );
}

function Policy(props: { policy: PolicyDetail }) {
  const { policy } = props;
  return (
    <>
      <PolicyTrouble policy={policy} />
      <ProposedChange policy={policy} />
      <PolicyTrial policy={policy} />
      <PolicyStanding policy={policy} />
      <Section title={policy.document ? 'What decides' : 'What it says'}>
        {policy.document ? (
          <PolicyRules
            document={policy.document}
            checkpoints={policy.checkpoints}
          />
        ) : (
          <EmptyState
            title="Nothing of it decides."
            description="What the catalog holds stands below, as far as it was read."
          />
        )}
      </Section>
      <PolicyEffects policyRef={policy.ref} />
      <PolicyText policy={policy} />
      <PolicyFixtures policy={policy} />
      <PolicyChanges policy={policy} />
    </>
  );
}
