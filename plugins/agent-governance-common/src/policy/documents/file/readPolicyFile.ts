import { CanonicalJsonError } from '../../../canonical';
import type { JsonObject } from '../../../model';
import { PolicyProblem } from '../../PolicyProblem';
import { plainText } from '../../wording';
import { CompiledPolicy } from '../CompiledPolicy';
import { compilePolicy } from '../compilePolicy';
import { parsePolicy } from '../parsePolicy';
import { policyDigest } from '../policyDigest';
import { unknownEnvironments } from '../unknownEnvironments';
import { FilePlace } from './FilePlace';
import { readYaml } from './readYaml';
import { YamlSource } from './YamlSource';

const KIND = 'AgentPolicy';

/** A policy of a file that could be compiled. @public */
export interface FilePolicy {
  policy: CompiledPolicy;
  /** {@link policyDigest} of its document. */
  digest: string;
  /** Where it begins. */
  place: FilePlace;
  /** The entity as the file has it, with what is no part of the policy as well. */
  entity: JsonObject;
}

/** What a file of policies says. @public */
export interface PolicyFile {
  /** In the order of the file. */
  policies: FilePolicy[];
  /** How many documents are of other kinds and were left alone. */
  others: number;
  /** Everything that is wrong with the rest. */
  problems: PolicyProblem[];
}

/** @public */
export interface ReadPolicyFileOptions {
  /** Named in each problem. */
  file?: string;
  /** Names of the environments there are; absent: any name will do. */
  environments?: readonly string[];
  /** What to do with documents of other kinds; `refuse` if not given. */
  others?: 'refuse' | 'leave';
}

/**
 * Reads a YAML file with `AgentPolicy` documents and compiles them: every problem with the line and the column it is at,
 * also one within an expression. For text from anybody: bounded in all it may take; never throws.
 *
 * @public
 */
export function readPolicyFile(
  text: string,
  options: ReadPolicyFileOptions = {},
): PolicyFile {
  const { file } = options;
  const read: PolicyFile = { policies: [], others: 0, problems: [] };
  const documents = readYaml(text);
  for (const document of documents) {
    const found =
      'problems' in document
        ? document
        : readOne(document.value, document.source, options);
    if (found === 'other') {
      read.others += 1;
    } else if ('problems' in found) {
      read.problems.push(...found.problems);
    } else {
      read.policies.push(found);
    }
  }
  if (documents.length === 0 && options.others !== 'leave') {
    read.problems.push({
      field: 'file',
      line: 1,
      column: 1,
      reason: `holds no ${KIND}`,
    });
  }
  reportRepeats(read);
  return file === undefined
    ? read
    : {
        ...read,
        policies: read.policies.map(one => withFile(one, file)),
        problems: read.problems.map(problem => ({ ...problem, file })),
      };
}

function readOne(
  value: unknown,
  source: YamlSource,
  { environments, others }: ReadPolicyFileOptions,
): FilePolicy | 'other' | { problems: PolicyProblem[] } {
  const kind = isRecord(value) ? value.kind : undefined;
  if (others === 'leave' && typeof kind === 'string' && kind !== KIND) {
    return 'other';
  }
  if (!isRecord(value)) {
    const reason = `must be an entity of the kind ${KIND}`;
    return { problems: [{ field: 'document', ...source.start, reason }] };
  }
  const parsed = parsePolicy(value, { locate: path => source.locate(path) });
  if (!parsed.ok) {
    return parsed;
  }
  const { document } = parsed;
  const compiled = compilePolicy(document, {
    locate: path => source.locate(path),
    locateIn: (path, offset) => source.locateIn(path, offset),
  });
  const problems = [
    ...(compiled.ok ? [] : compiled.problems),
    ...(environments
      ? unknownEnvironments(document, environments, path => source.locate(path))
      : []),
  ];
  if (!compiled.ok || problems.length > 0) {
    return { problems };
  }
  try {
    return {
      policy: compiled.policy,
      digest: policyDigest(document),
      place: source.start,
      entity: value as JsonObject,
    };
  } catch (error) {
    if (error instanceof CanonicalJsonError) {
      return { problems: [unrecordable(error, source)] };
    }
    throw error;
  }
}

function unrecordable(
  error: CanonicalJsonError,
  source: YamlSource,
): PolicyProblem {
  return {
    field: 'document',
    ...source.start,
    reason: `holds what cannot be recorded exactly: ${plainText(
      error.message,
    )}`,
  };
}

/** Of two policies of one name only one could count. */
function reportRepeats({ policies, problems }: PolicyFile): void {
  const seen = new Map<string, FilePlace>();
  for (const { policy, place } of policies) {
    const { ref } = policy.document;
    const first = seen.get(ref);
    if (first) {
      problems.push({
        field: 'metadata.name',
        ...place,
        reason: `${ref} is in this file already, on line ${first.line}`,
      });
    }
    seen.set(ref, first ?? place);
  }
}

function withFile(one: FilePolicy, file: string): FilePolicy {
  const { policy } = one;
  const warnings = policy.warnings.map(warning => ({ ...warning, file }));
  return warnings.length === 0
    ? one
    : { ...one, policy: { ...policy, warnings } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
