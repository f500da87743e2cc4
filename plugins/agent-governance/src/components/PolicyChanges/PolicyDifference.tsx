import { usePolicyText } from '@agentgov/backstage-plugin-agent-governance-react';
import { lazy, Suspense } from 'react';
import { LoadState } from '../LoadState';

const DifferenceLines = lazy(() => import('./DifferenceLines'));

/** What two texts of a policy say differently, line by line; where there is none, it says nothing. */
export function PolicyDifference(props: {
  policyRef: string;
  before: string | undefined;
  after: string | undefined;
}) {
  const { policyRef, before, after } = props;
  const was = usePolicyText(policyRef, before);
  const is = usePolicyText(policyRef, after);
  const asked = [
    ...(before === undefined ? [] : [was]),
    ...(after === undefined ? [] : [is]),
  ];
  const query = {
    error: asked.find(one => one.error)?.error ?? null,
    isPending: asked.some(one => one.isPending),
    dataUpdatedAt: Math.max(0, ...asked.map(one => one.dataUpdatedAt)),
    refetch: () => asked.forEach(one => one.refetch()),
  };
  return (
    <LoadState query={query} what="the texts">
      {() => (
        <Suspense fallback={<p>Comparing…</p>}>
          <DifferenceLines before={was.data} after={is.data} />
        </Suspense>
      )}
    </LoadState>
  );
}
