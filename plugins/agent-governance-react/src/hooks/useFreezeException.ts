import {
  AskFreezeExceptionInput,
  FreezeStepInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceMutation } from './useGovernanceMutation';

/** Which exception from which freeze, as the person saw it. @public */
export interface FreezeExceptionStep extends FreezeStepInput {
  freezeId: string;
  exceptionId: string;
}

/** Asks for an exception from a freeze. @public */
export function useAskFreezeException(freezeId: string) {
  return useGovernanceMutation((api, input: AskFreezeExceptionInput) =>
    api.askFreezeException(freezeId, input),
  );
}

/** Approves an exception; it may take more people. @public */
export function useApproveFreezeException() {
  return useGovernanceMutation((api, input: FreezeExceptionStep) => {
    const { freezeId, exceptionId, ...step } = input;
    return api.approveFreezeException(freezeId, exceptionId, step);
  });
}

/** Ends an exception, or refuses one that was asked for. @public */
export function useEndFreezeException() {
  return useGovernanceMutation((api, input: FreezeExceptionStep) => {
    const { freezeId, exceptionId, ...step } = input;
    return api.endFreezeException(freezeId, exceptionId, step);
  });
}
