import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PageMain } from '../PageMain';
import { PolicyView } from './PolicyView';

/** The tab on the page of a policy. */
export function EntityPolicyContent() {
  const { entity } = useEntity();
  return (
    <PageMain
      isEmbedded
      title="Policy"
      description="What it says, whether it counts, and what became of it."
    >
      <PolicyView policyRef={stringifyEntityRef(entity)} />
    </PageMain>
  );
}
