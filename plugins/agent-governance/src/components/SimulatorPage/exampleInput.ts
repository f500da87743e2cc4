import {
  JsonObject,
  JsonValue,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** How deep an example goes; what lies deeper is left for the person. */
const DEEPEST = 4;

/** An input that has what its schema requires, as text to be changed; nothing where the schema requires nothing. */
export function exampleInput(schema: JsonObject): string {
  return JSON.stringify(objectOf(schema, 0), null, 2);
}

function objectOf(schema: JsonObject, depth: number): JsonObject {
  const properties = asObject(schema.properties);
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.fromEntries(
    required.flatMap(name =>
      typeof name === 'string'
        ? [[name, valueOf(asObject(properties[name]), depth + 1)]]
        : [],
    ),
  );
}

function valueOf(schema: JsonObject, depth: number): JsonValue {
  const given =
    schema.default ??
    schema.const ??
    (Array.isArray(schema.examples) ? schema.examples[0] : undefined) ??
    (Array.isArray(schema.enum) ? schema.enum[0] : undefined);
  if (given !== undefined) {
    return given;
  }
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object':
      return depth < DEEPEST ? objectOf(schema, depth) : {};
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return typeof schema.minimum === 'number' ? schema.minimum : 0;
    case 'boolean':
      return false;
    default:
      return '';
  }
}

function asObject(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
