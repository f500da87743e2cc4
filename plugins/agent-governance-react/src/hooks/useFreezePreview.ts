import { CreateFreezeInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceQuery } from './useGovernanceQuery';

/** What a freeze would cover and when; asks nothing while there is no input. @public */
export function useFreezePreview(input: CreateFreezeInput | undefined) {
  return useGovernanceQuery({
    question: 'freeze-preview',
    details: [JSON.stringify(input)],
    enabled: input !== undefined,
    ask: api => api.previewFreeze(input!),
  });
}
