import { parseEntityRef } from '@backstage/catalog-model';
import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { PlainText } from '../PlainText';

function isEntityRef(text: string): boolean {
  try {
    return parseEntityRef(text) !== undefined;
  } catch {
    return false;
  }
}

function EntityLink(props: { entityRef: string; defaultKind?: string }) {
  const { entityRef, defaultKind } = props;
  const linkTo = useEntityRefLink();
  const { primaryTitle, secondaryTitle } = useEntityPresentation(
    entityRef,
    defaultKind ? { defaultKind } : undefined,
  );
  return (
    <Link href={linkTo(entityRef)} title={secondaryTitle}>
      {primaryTitle}
    </Link>
  );
}

/** An entity by name, with a link to its page; text that is no entity ref stays text. @public */
export function EntityName(props: { entityRef: string; defaultKind?: string }) {
  return isEntityRef(props.entityRef) ? (
    <EntityLink {...props} />
  ) : (
    <PlainText text={props.entityRef} />
  );
}
