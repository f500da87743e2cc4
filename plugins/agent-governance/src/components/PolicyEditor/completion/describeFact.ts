import {
  FactDescription,
  FactType,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Suggestion } from './types';

/** A type in as few words as a list has room for. */
export function typeWord(type: FactType): string {
  switch (type.kind) {
    case 'string':
      return type.oneOf ? type.oneOf.join(' | ') : 'text';
    case 'bool':
      return 'true or false';
    case 'int':
      return 'whole number';
    case 'double':
      return 'number';
    case 'timestamp':
      return 'time';
    case 'list':
      return type.of.kind === 'object'
        ? 'list'
        : `list of ${typeWord(type.of)}`;
    case 'json':
      return 'any value';
    case 'map':
      return 'texts by key';
    default:
      return 'fields';
  }
}

/** A fact as a suggestion, with what it says and what it may look like. */
export function describeFact(fact: FactDescription): Suggestion {
  const { name, type, description, example } = fact;
  return {
    label: name,
    kind: 'fact',
    detail: typeWord(type),
    ...(description !== undefined && {
      info: `${description} For example: ${JSON.stringify(example)}`,
    }),
  };
}
