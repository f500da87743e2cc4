import { CreateActionRequestInput, GovernedAgent, isAgentFailure } from '..';

/** Asks, and says what to do next. */
export async function tryOnce(
  agent: GovernedAgent,
  input: CreateActionRequestInput,
): Promise<string> {
  try {
    const done = await agent.ask(input, { throughHold: false });
    return `done: ${JSON.stringify(done.execution?.output)}`;
  } catch (error) {
    if (!isAgentFailure(error)) {
      throw error;
    }
    switch (error.name) {
      case 'HeldError': // people look at it until error.decideBy; it is not lost
        return `wait for ${error.requestId}`;
      case 'DeniedError': // a rule said no
      case 'NotGrantedError': // nobody said yes
        return `do something else, or have this changed: ${error.unblock
          .map(({ message, who }) => `${message} (${who.join(', ')})`)
          .join('; ')}`;
      case 'CouldNotEvaluateError': // nobody said no: something did not answer
        return error.retryable ? 'ask anew, later' : 'tell somebody';
      case 'UnknownOutcomeError': // it may have happened
        return 'do not ask again: tell somebody';
      case 'UnfinishedError': // it goes on
        return `wait on for ${error.requestId}`;
      case 'TooManyOpenRequestsError':
        return 'wait for what is open, or withdraw it';
      case 'PortalUnavailableError': // it may have been taken in
        return `ask again under ${error.idempotencyKey}`;
      default: // it ended, it failed, it was not accepted, or we are not signed in
        return `give up: ${error.message}`;
    }
  }
}
