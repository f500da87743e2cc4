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
const FEW = 4;

type ScalarValue = string | number | boolean | null;

function Scalar(props: { value: ScalarValue }) {
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

function isScalar(value: unknown): value is ScalarValue {
  return value === null || typeof value !== 'object';
}

function isSmallAndFlat(value: object): value is Record<string, ScalarValue> {
  const items = Object.values(value);
  return !Array.isArray(value) && items.length <= FEW && items.every(isScalar);
}

function sizeOf(value: object): string {
  const count = Object.keys(value).length;
  const unit = Array.isArray(value) ? 'item' : 'field';
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
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
  if (Object.keys(value).length === 0) {
    return <>none</>;
  }
  if (Array.isArray(value) && value.length <= MANY && value.every(isScalar)) {
    return (
      <span>
        {value.map((item, index) => (
          <Fragment key={index}>
            {index > 0 && ', '}
            <Scalar value={item} />
          </Fragment>
        ))}
      </span>
    );
  }
  if (isSmallAndFlat(value)) {
    return (
      <span>
        {Object.entries(value).map(([name, item], index) => (
          <Fragment key={name}>
            {index > 0 && ', '}
            {name}: <Scalar value={item} />
          </Fragment>
        ))}
      </span>
    );
  }
  return (
    <Fold summary={sizeOf(value)}>
      <JsonView label="Value as JSON" value={value as JsonValue} />
    </Fold>
  );
}
