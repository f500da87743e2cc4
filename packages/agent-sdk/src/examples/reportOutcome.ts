import {
  CreateActionRequestInput,
  GovernedAgent,
  UnknownOutcomeError,
} from '..';

/** Asks; where nobody can tell whether it happened, says what it sees itself, and waits for somebody who finds out. */
export async function deployOrReport(
  agent: GovernedAgent,
  input: CreateActionRequestInput,
  lookUpVersion: () => Promise<string>,
): Promise<boolean> {
  try {
    await agent.ask(input);
    return true;
  } catch (error) {
    if (!(error instanceof UnknownOutcomeError)) {
      throw error;
    }
    const running = await lookUpVersion();
    const reported = await agent.report(error.requestId, {
      outcome: running === input.input.version ? 'succeeded' : 'failed',
      note: `It answers with version ${running}.`,
      evidence: { running },
    });
    const found = await agent.wait(reported, { throughUnknown: true });
    return found.reconciliation?.outcome === 'succeeded';
  }
}
