import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import { lazy } from 'react';
import { useAddress } from '../../address';
import { LazyPart } from '../LazyPart';
import { Section } from '../Section';

const TrialContent = lazy(() => import('./TrialContent'));

/** The policy's text, to be changed and tried; there while the address says so. */
export function PolicyTrial(props: { policy: PolicyDetail }) {
  const [{ try: tried }, change] = useAddress(['try'] as const);
  return tried !== 'change' ? null : (
    <Section title="Try a change">
      <LazyPart what="the editor">
        <TrialContent
          policy={props.policy}
          onClose={() => change({ try: undefined })}
        />
      </LazyPart>
    </Section>
  );
}
