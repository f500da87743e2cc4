import { ResponseError } from '@backstage/errors';
import type { PolicyProblem } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { EXIT, ExitCode } from '../exitCodes';
import { placeOf, problemText } from '../report/words';
import { Surroundings } from '../Surroundings';

/** Does what asks a portal, and says in a line or a few why it could not be done. */
export async function askPortal(
  { err }: Pick<Surroundings, 'err'>,
  ask: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ResponseError) {
      return refused(error, err);
    }
    // what fetch throws when nobody answers
    if (error instanceof TypeError) {
      const { cause } = error as { cause?: { message?: string } };
      err(
        `The portal could not be asked: ${cause?.message ?? error.message}\n`,
      );
      return EXIT.portal;
    }
    throw error;
  }
}

function refused(error: ResponseError, err: Surroundings['err']): ExitCode {
  const { statusCode, body } = error;
  const { message, problems } = body.error as {
    message: string;
    problems?: PolicyProblem[];
  };
  err(`The portal answered ${statusCode}: ${message}\n`);
  if (statusCode !== 400 || !Array.isArray(problems)) {
    return EXIT.portal;
  }
  problems.forEach(problem =>
    err(`${placeOf(problem)} ${problemText(problem)}\n`),
  );
  return EXIT.badInput;
}
