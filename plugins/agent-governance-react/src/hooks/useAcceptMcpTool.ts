import { useGovernanceMutation } from './useGovernanceMutation';

/** Lets agents ask for a tool exactly as the person saw it. @public */
export function useAcceptMcpTool() {
  return useGovernanceMutation(
    (
      api,
      input: { server: string; tool: string; digest: string; comment?: string },
    ) => {
      const { server, tool, ...accept } = input;
      return api.acceptMcpTool(server, tool, accept);
    },
  );
}
