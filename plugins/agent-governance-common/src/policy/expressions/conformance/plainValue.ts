import {
  CelInput,
  celList,
  celMap,
  celUint,
  CelValue,
  isCelList,
  isCelMap,
  isCelType,
  isCelUint,
} from '@bufbuild/cel';
import type { Value } from '@bufbuild/cel-spec/cel/expr/value_pb.js';
import { createRegistry, toJson } from '@bufbuild/protobuf';
import {
  Any,
  anyUnpack,
  DurationSchema,
  TimestampSchema,
} from '@bufbuild/protobuf/wkt';

const registry = createRegistry(TimestampSchema, DurationSchema);

/** A value as plain data that tells kinds apart, so that what is expected and what came can be compared. */
export type PlainValue = [kind: string, value: unknown];

export function plainValue(value: CelValue): PlainValue {
  switch (typeof value) {
    case 'bigint':
      return ['int', String(value)];
    case 'number':
      return ['double', String(value)];
    case 'boolean':
    case 'string':
      return [typeof value, value];
    default:
      break;
  }
  if (value === null) {
    return ['null', null];
  }
  if (value instanceof Uint8Array) {
    return ['bytes', [...value].join()];
  }
  if (isCelUint(value)) {
    return ['uint', String(value.value)];
  }
  if (isCelList(value)) {
    return ['list', [...value].map(plainValue)];
  }
  if (isCelMap(value)) {
    return plainMap(
      [...value].map(([key, entry]) => [plainValue(key), plainValue(entry)]),
    );
  }
  if (isCelType(value)) {
    return ['type', value.name];
  }
  return ['message', toJson(value.desc, value.message)];
}

function plainMap(entries: Array<[PlainValue, PlainValue]>): PlainValue {
  return ['map', entries.map(entry => JSON.stringify(entry)).sort()];
}

/** A value that a conformance test expects. */
export function plainExpected({ kind }: Value): PlainValue {
  switch (kind.case) {
    case 'int64Value':
      return ['int', String(kind.value)];
    case 'uint64Value':
      return ['uint', String(kind.value)];
    case 'doubleValue':
      return ['double', String(kind.value)];
    case 'boolValue':
      return ['boolean', kind.value];
    case 'stringValue':
      return ['string', kind.value];
    case 'nullValue':
      return ['null', null];
    case 'bytesValue':
      return ['bytes', [...kind.value].join()];
    case 'typeValue':
      return ['type', kind.value];
    case 'listValue':
      return ['list', kind.value.values.map(plainExpected)];
    case 'mapValue':
      return plainMap(
        kind.value.entries.map(({ key, value }) => [
          plainExpected(key!),
          plainExpected(value!),
        ]),
      );
    case 'objectValue':
      return plainMessage(kind.value);
    default:
      throw new Error(`No such value in the files that are run: ${kind.case}`);
  }
}

function plainMessage(any: Any): PlainValue {
  const message = unpack(any);
  return ['message', toJson(registry.getMessage(message.$typeName)!, message)];
}

function unpack(any: Any) {
  const message = anyUnpack(any, registry);
  if (!message) {
    throw new Error(
      `No such message in the files that are run: ${any.typeUrl}`,
    );
  }
  return message;
}

/** A value that a conformance test binds to a name. */
export function celInput({ kind }: Value): CelInput {
  switch (kind.case) {
    case 'uint64Value':
      return celUint(kind.value);
    case 'listValue':
      return celList(kind.value.values.map(celInput));
    case 'mapValue':
      return celMap(
        new Map(
          kind.value.entries.map(({ key, value }) => [
            celInput(key!) as string,
            celInput(value!),
          ]),
        ),
      );
    case 'int64Value':
    case 'doubleValue':
    case 'boolValue':
    case 'stringValue':
    case 'bytesValue':
      return kind.value;
    case 'nullValue':
      return null;
    case 'objectValue':
      return unpack(kind.value);
    default:
      throw new Error(`No such value in the files that are run: ${kind.case}`);
  }
}
