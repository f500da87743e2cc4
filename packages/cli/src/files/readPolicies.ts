import { readFile } from 'node:fs/promises';
import {
  FilePolicy,
  parseFixtures,
  PolicyFixtureFile,
  PolicyProblem,
  readFixtureFile,
  readPolicyFile,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { findYamlFiles, YamlFile } from './findYamlFiles';

/** A policy, and where it was found. */
export interface FoundPolicy extends FilePolicy {
  file: string;
}

/** Everything that paths hold. */
export interface FoundFiles {
  policies: FoundPolicy[];
  fixtures: PolicyFixtureFile[];
  problems: PolicyProblem[];
  /** The policy files as they are, for who has to send them. */
  texts: Array<{ file: string; text: string }>;
}

const FIXTURES = /\.fixtures\.ya?ml$/;
/** What may hold a policy: folders hold other YAML as well, and templates that are none. */
const MENTIONS_POLICY = /\bkind\s*["']?\s*:\s*["']?AgentPolicy\b/;

/**
 * Reads the policies and fixtures at these paths: everything that is wrong with any of them at once.
 *
 * @param options - `environments`: names of those there are, if that is known; `fixtures`: whether those are wanted too
 * @throws InputProblem for a path where nothing is
 */
export async function readPolicies(
  paths: readonly string[],
  options: {
    cwd: string;
    environments?: readonly string[];
    fixtures?: boolean;
  },
): Promise<FoundFiles> {
  const found: FoundFiles = {
    policies: [],
    fixtures: [],
    problems: [],
    texts: [],
  };
  for (const file of await findYamlFiles(paths, options.cwd)) {
    const isFixtures = FIXTURES.test(file.path);
    if (isFixtures && !options.fixtures) {
      continue;
    }
    const text = await readFile(file.path, 'utf8');
    if (isFixtures) {
      take(found, readFixtureFile(text, { file: file.name }));
    } else if (file.isNamed || MENTIONS_POLICY.test(text)) {
      readOne(found, { ...options, file, text });
    }
  }
  reportRepeats(found);
  return found;
}

function readOne(
  found: FoundFiles,
  options: {
    file: YamlFile;
    text: string;
    environments?: readonly string[];
    fixtures?: boolean;
  },
): void {
  const { file, text, environments } = options;
  const { name } = file;
  const read = readPolicyFile(text, {
    file: name,
    others: 'leave',
    ...(environments && { environments }),
  });
  if (read.policies.length > 0 || read.problems.length > 0) {
    found.texts.push({ file: name, text });
  }
  found.problems.push(...read.problems);
  for (const one of read.policies) {
    found.policies.push({ ...one, file: name });
    const { fixtures } = (one.entity.spec ?? {}) as { fixtures?: unknown };
    if (
      options.fixtures &&
      fixtures !== undefined &&
      !isPlaceholder(fixtures)
    ) {
      take(found, parseFixtures(fixtures, { file: name }));
    }
  }
}

function take(
  found: FoundFiles,
  read: ReturnType<typeof readFixtureFile>,
): void {
  if (read.ok) {
    found.fixtures.push(read.file);
  } else {
    found.problems.push(...read.problems);
  }
}

/** The catalog would put a file in its place; that file is found by itself. */
function isPlaceholder(fixtures: unknown): boolean {
  return (
    typeof fixtures === 'object' &&
    fixtures !== null &&
    Object.keys(fixtures).some(key => key.startsWith('$'))
  );
}

/** Of two policies of one name in several files, which counts would be left to chance. */
function reportRepeats({ policies, problems }: FoundFiles): void {
  const seen = new Map<string, FoundPolicy>();
  for (const one of policies) {
    const { ref } = one.policy.document;
    const first = seen.get(ref);
    if (first && first.file !== one.file) {
      problems.push({
        field: 'metadata.name',
        file: one.file,
        ...one.place,
        reason: `${ref} is in ${first.file} already, on line ${first.place.line}`,
      });
    }
    seen.set(ref, first ?? one);
  }
}
