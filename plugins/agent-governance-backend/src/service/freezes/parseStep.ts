import { InputError } from '@backstage/errors';
import { FreezeStepInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { parsePlainText } from '../input/parsePlainText';

const MAX_TEXT = 500;

/**
 * What a person saw when they took a step, and what they add to it.
 *
 * @throws InputError naming the field
 */
export function parseStep(input: FreezeStepInput): {
  revision: number;
  comment?: string;
} {
  if (!Number.isSafeInteger(input.revision)) {
    throw new InputError('revision: must be a whole number');
  }
  const comment = parsePlainText(input.comment ?? '', {
    field: 'comment',
    min: 0,
    max: MAX_TEXT,
  });
  return {
    revision: input.revision,
    ...(comment !== '' && { comment }),
  };
}
