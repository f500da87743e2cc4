import {
  FactState,
  JsonValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Fragment } from 'react';
import { EntityName } from '../EntityName';
import { Fold } from '../Fold';
import { JsonView } from '../JsonView';
import { PlainText } from '../PlainText';

const ENTITY_REF = /^[a-z][a-z0-9-]*:[a-z0-9-]+\/[a-zA-Z0-9._-]+$/;
const LIMIT = 120;
const MANY = 8;

function Scalar(props: { value: string | number | boolean | null }) {
  const { value } = props;
  if (typeof value === 'boolean') {
    return <>{value ? 'yes' : 'no'}</>;
  }
  if (value === null) {
    return <>none</>;
  }
  if (typeof value === 'string' && ENTITY_REF.test(value)) {
    return <EntityName entityRef={value} />;
  }
  return value === '' ? (
    <>empty text</>
  ) : (
    <PlainText text={String(value)} limit={LIMIT} />
  );
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value !== 'object';
}

/** The value of a fact, whatever its type. @public */
export function FactValue(props: {
  value: JsonValue | undefined;
  /** Tells a fact known to have no value from one nobody could establish. */
  state?: FactState;
}) {
  const { value, state } = props;
  if (value === undefined) {
    return state === 'known' ? <>none</> : <em>no value</em>;
  }
  if (isScalar(value)) {
    return <Scalar value={value} />;
  }
  if (Array.isArray(value) && value.length === 0) {
    return <>none</>;
  }
  if (Array.isArray(value) && value.length <= MANY && value.every(isScalar)) {
    return (
      <>
        {value.map((item, index) => (
          <Fragment key={index}>
            {index > 0 && ', '}
            <Scalar value={item} />
          </Fragment>
        ))}
      </>
    );
  }
  const size = Array.isArray(value)
    ? `${value.length} items`
    : `${Object.keys(value).length} fields`;
  return (
    <Fold summary={size}>
      <JsonView label="Value as JSON" value={value as JsonValue} />
    </Fold>
  );
}
