import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { PolicyProblem } from '../PolicyProblem';
import { Locate, ProblemList } from './parse/ProblemList';
import { readPolicySpec } from './parse/readPolicySpec';
import { readText } from './parse/readValues';
import { PolicyDocument } from './PolicyDocument';

const API_VERSION = 'agent-governance.io/v1alpha1';
const KIND = 'AgentPolicy';
const MAX_TITLE = 200;

/** @public */
export type ParsedPolicy =
  | { ok: true; document: PolicyDocument }
  | { ok: false; problems: PolicyProblem[] };

/**
 * Reads an `AgentPolicy` entity, strictly: whatever is not understood is a problem, and all problems are told
 * at once. Expressions are taken as text here; {@link compilePolicy} reads them.
 *
 * @param options - `locate` finds lines, for whoever has the file.
 * @public
 */
export function parsePolicy(
  entity: unknown,
  options: { locate?: Locate } = {},
): ParsedPolicy {
  const problems = new ProblemList(options.locate);
  const identity = readIdentity(asRecord(entity), problems);
  const spec = readPolicySpec(asRecord(entity).spec, {
    defaultNamespace: identity.namespace,
    problems,
  });
  if (!spec || problems.problems.length > 0) {
    return { ok: false, problems: problems.problems };
  }
  return {
    ok: true,
    document: {
      schemaVersion: 1,
      ref: identity.ref,
      title: identity.title,
      ...spec,
    },
  };
}

function readIdentity(
  { apiVersion, kind, metadata }: Record<string, unknown>,
  problems: ProblemList,
): { ref: string; title: string; namespace: string } {
  if (apiVersion !== API_VERSION) {
    problems.add(['apiVersion'], `must be ${API_VERSION}`);
  }
  if (kind !== KIND) {
    problems.add(['kind'], `must be ${KIND}`);
  }
  const { name, namespace, title } = asRecord(metadata);
  const refText = { max: 200, problems };
  const said = readText(name, ['metadata', 'name'], {
    what: 'the name of the policy',
    ...refText,
  });
  const place =
    namespace === undefined
      ? 'default'
      : readText(namespace, ['metadata', 'namespace'], {
          what: 'a namespace',
          ...refText,
        });
  const heading =
    title === undefined
      ? said
      : readText(title, ['metadata', 'title'], {
          what: 'a text',
          max: MAX_TITLE,
          problems,
        });
  return {
    ref: refOf(said, place, problems),
    title: heading ?? '',
    namespace: place ?? 'default',
  };
}

function refOf(
  name: string | undefined,
  namespace: string | undefined,
  problems: ProblemList,
): string {
  if (name === undefined || namespace === undefined) {
    return '';
  }
  const ref = stringifyEntityRef({ kind: KIND, namespace, name });
  try {
    parseEntityRef(ref);
  } catch {
    problems.add(['metadata', 'name'], 'must be a name the catalog takes');
  }
  return ref;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}
