import { CompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { PlainText } from '../PlainText';

function parse(entityRef: string): CompoundEntityRef | undefined {
  try {
    return parseEntityRef(entityRef);
  } catch {
    return undefined;
  }
}

/** An entity by name, with a link to its page; text that is no entity ref stays text. @public */
export function EntityName(props: { entityRef: string; defaultKind?: string }) {
  const { entityRef, defaultKind } = props;
  const ref = parse(entityRef);
  if (!ref) {
    return <PlainText text={entityRef} />;
  }
  return <EntityRefLink entityRef={ref} defaultKind={defaultKind} />;
}
