import { InputError } from '@backstage/errors';
import {
  ReportOutcomeInput,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ReadReport } from '../../store/operations/recordOutcomeReport';
import { ExecutionRow } from '../../store/rows';
import { canonicalOrRefuse } from '../input/canonicalOrRefuse';
import { parsePlainText } from '../input/parsePlainText';

const MAX_NOTE = 2_000;
const MAX_EVIDENCE_BYTES = 4_096;

/**
 * What an agent says it saw, in bounds: people read it.
 *
 * @throws InputError naming the field
 */
export function readReport(input: ReportOutcomeInput): ReadReport {
  const { outcome, note, evidence } = input;
  return {
    outcome,
    ...(note !== undefined && {
      note: parsePlainText(note, { field: 'note', min: 1, max: MAX_NOTE }),
    }),
    ...(evidence !== undefined && { evidence: readEvidence(evidence) }),
  };
}

/** Whether it is what the agent said before. */
export function isSameReport(
  report: ReadReport,
  execution: ExecutionRow | undefined,
): boolean {
  return (
    execution !== undefined &&
    execution.reported_outcome === report.outcome &&
    (execution.report_note ?? undefined) === report.note &&
    (execution.report_evidence ?? undefined) === report.evidence
  );
}

function readEvidence(
  evidence: NonNullable<ReportOutcomeInput['evidence']>,
): string {
  const bytes = canonicalOrRefuse(() => canonicalJson(evidence));
  const size = Buffer.byteLength(bytes, 'utf8');
  if (size > MAX_EVIDENCE_BYTES) {
    throw new InputError(
      `evidence: is ${size} bytes of canonical JSON; at most ${MAX_EVIDENCE_BYTES} are kept`,
    );
  }
  return bytes;
}
