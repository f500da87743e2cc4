import { PolicyDraft, PolicyDraftChange } from '../../model';
import { PolicyProblem } from '../PolicyProblem';
import { FilePolicy, readPolicyFile } from '../documents';
import { quoteText } from '../wording';

/** How much one draft may hold. @public */
export const DRAFT_LIMITS = {
  changes: 100,
  /** All texts together, in UTF-16 code units. */
  textLength: 512 * 1024,
  /** All texts together. */
  policies: 1_000,
} as const;

/** A change of a draft that can be made. @public */
export type ReadChange =
  | { kind: 'text'; policies: FilePolicy[] }
  | Exclude<PolicyDraftChange, { kind: 'text' }>;

/** @public */
export type ReadDraft =
  | { changes: ReadChange[] }
  | { problems: PolicyProblem[] };

/**
 * Reads and compiles the texts of a draft, for whoever has to know what it speaks about before it is applied.
 * Everything that is wrong is told at once, with the file, the line and the column. Never throws.
 *
 * @param options - `environments`: names of those there are; absent: any name will do
 * @public
 */
export function readDraft(
  draft: PolicyDraft,
  options: { environments?: readonly string[] } = {},
): ReadDraft {
  const tooMuch = sizeProblem(draft);
  if (tooMuch) {
    return { problems: [tooMuch] };
  }
  const problems: PolicyProblem[] = [];
  const changes = draft.changes.map((change, index): ReadChange => {
    if (change.kind !== 'text') {
      return change;
    }
    const read = readPolicyFile(change.text, {
      file: nameOf(change, index, draft),
      ...options,
    });
    problems.push(...read.problems);
    return { kind: 'text', policies: read.policies };
  });
  problems.push(...repeatsIn(changes, draft));
  return problems.length > 0 ? { problems } : { changes };
}

function sizeProblem({ changes }: PolicyDraft): PolicyProblem | undefined {
  const { changes: most, textLength } = DRAFT_LIMITS;
  if (changes.length === 0 || changes.length > most) {
    return {
      field: 'changes',
      reason: `must be 1 to ${most} changes, and are ${changes.length}`,
    };
  }
  const length = changes.reduce(
    (sum, change) => sum + (change.kind === 'text' ? change.text.length : 0),
    0,
  );
  return length > textLength
    ? {
        field: 'changes',
        reason: `hold ${length} characters of text together; at most ${textLength} are allowed`,
      }
    : undefined;
}

/** Each file by its name; a text without one by its place, where there are several. */
function nameOf(
  change: Extract<PolicyDraftChange, { kind: 'text' }>,
  index: number,
  draft: PolicyDraft,
): string | undefined {
  return change.file ?? (draft.changes.length > 1 ? unnamed(index) : undefined);
}

function unnamed(index: number): string {
  return `change ${index + 1}`;
}

/** Of two texts of one policy in one draft, nobody could say which is meant. */
function repeatsIn(
  changes: readonly ReadChange[],
  draft: PolicyDraft,
): PolicyProblem[] {
  const seen = new Map<string, number>();
  let count = 0;
  const problems = changes.flatMap((change, index) => {
    if (change.kind !== 'text') {
      return [];
    }
    const named = draft.changes[index];
    const file = named.kind === 'text' ? named.file : undefined;
    return change.policies.flatMap(({ policy, place }): PolicyProblem[] => {
      const { ref } = policy.document;
      const first = seen.get(ref) ?? index;
      seen.set(ref, first);
      count += 1;
      return first === index
        ? []
        : [
            {
              field: 'metadata.name',
              file: file ?? unnamed(index),
              ...place,
              reason: `${quoteText(ref)} is in the draft twice, first in ${
                fileOf(draft, first) ?? unnamed(first)
              }; only one could count`,
            },
          ];
    });
  });
  return count > DRAFT_LIMITS.policies
    ? [
        {
          field: 'changes',
          reason: `hold ${count} policies together; at most ${DRAFT_LIMITS.policies} are allowed`,
        },
      ]
    : problems;
}

function fileOf(draft: PolicyDraft, index: number): string | undefined {
  const change = draft.changes[index];
  return change.kind === 'text' ? change.file : undefined;
}
