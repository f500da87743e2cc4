import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import { lazy } from 'react';
import { LazyPart } from '../LazyPart';
import { Section } from '../Section';

const PolicyTextContent = lazy(() => import('./PolicyTextContent'));

/** A policy as its author would know it, with what is wrong at its line. */
export function PolicyText(props: { policy: PolicyDetail }) {
  return (
    <Section title="Text">
      <LazyPart what="the text">
        <PolicyTextContent policy={props.policy} />
      </LazyPart>
    </Section>
  );
}
