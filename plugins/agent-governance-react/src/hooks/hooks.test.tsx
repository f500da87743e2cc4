import { AgentGovernanceApi } from '@agentgov/backstage-plugin-agent-governance-common';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { agentGovernanceApiRef } from '../api';
import { AgentGovernanceQueryProvider } from '../query';
import { aRequest, agentGovernanceApiMock, refuse } from '../testUtils';
import { useActionRequest } from './useActionRequest';
import { useActionRequests } from './useActionRequests';
import { useReviewPresentation } from './useReviewPresentation';
import { useSubmitReview } from './useSubmitReview';

/** A signals service the test pulls by hand. */
function handSignals() {
  let listener: ((message: {}) => void) | undefined;
  return {
    api: {
      subscribe: (_channel: string, onMessage: (message: any) => void) => {
        listener = onMessage;
        return { unsubscribe: () => (listener = undefined) };
      },
    },
    send: () => act(() => listener?.({ refetch: true })),
  };
}

function wrapper(api: AgentGovernanceApi, signals?: object) {
  return ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [agentGovernanceApiRef, api],
        ...(signals ? ([[signalApiRef, signals]] as const) : []),
      ]}
    >
      <AgentGovernanceQueryProvider>{children}</AgentGovernanceQueryProvider>
    </TestApiProvider>
  );
}

describe('hooks', () => {
  it('reads a list page by page to its end', async () => {
    const requests = Array.from({ length: 45 }, (_, i) =>
      aRequest({ id: `r${i}` }),
    );
    const { result } = renderHook(() => useActionRequests({ limit: 20 }), {
      wrapper: wrapper(agentGovernanceApiMock({ requests })),
    });
    await waitFor(() => expect(result.current.items).toHaveLength(20));
    act(() => result.current.fetchNextPage());
    await waitFor(() => expect(result.current.items).toHaveLength(40));
    act(() => result.current.fetchNextPage());
    await waitFor(() => expect(result.current.items).toHaveLength(45));
    expect(result.current.hasNextPage).toBe(false);
  });

  it('asks again by itself, every 15 seconds without signals and every 60 with them', async () => {
    jest.useFakeTimers();
    try {
      for (const [signals, seconds] of [
        [undefined, 15],
        [handSignals().api, 60],
      ] as const) {
        const api = agentGovernanceApiMock();
        const asked = jest.spyOn(api, 'getActionRequest');
        const { unmount } = renderHook(() => useActionRequest('req-1'), {
          wrapper: wrapper(api, signals),
        });
        await act(() => jest.advanceTimersByTimeAsync(seconds * 1000 - 500));
        expect(asked).toHaveBeenCalledTimes(1);
        await act(() => jest.advanceTimersByTimeAsync(1000));
        expect(asked).toHaveBeenCalledTimes(2);
        unmount();
      }
    } finally {
      jest.useRealTimers();
    }
  });

  it('turns a burst of signals into one question', async () => {
    jest.useFakeTimers();
    try {
      const api = agentGovernanceApiMock();
      const asked = jest.spyOn(api, 'getActionRequest');
      const signals = handSignals();
      renderHook(() => useActionRequest('req-1'), {
        wrapper: wrapper(api, signals.api),
      });
      await act(() => jest.advanceTimersByTimeAsync(100));
      signals.send();
      await act(() => jest.advanceTimersByTimeAsync(100));
      expect(asked).toHaveBeenCalledTimes(2);
      for (let i = 0; i < 20; i++) {
        signals.send();
      }
      await act(() => jest.advanceTimersByTimeAsync(3000));
      expect(asked).toHaveBeenCalledTimes(3);
    } finally {
      jest.useRealTimers();
    }
  });

  it('leaves what a reviewer looks at alone, whatever is signalled', async () => {
    jest.useFakeTimers();
    try {
      const api = agentGovernanceApiMock();
      const asked = jest.spyOn(api, 'getReviewPresentation');
      const signals = handSignals();
      renderHook(() => useReviewPresentation('req-1'), {
        wrapper: wrapper(api, signals.api),
      });
      await act(() => jest.advanceTimersByTimeAsync(100));
      signals.send();
      await act(() => jest.advanceTimersByTimeAsync(120_000));
      expect(asked).toHaveBeenCalledTimes(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('takes a refusal for an answer and an outage for something that passes', async () => {
    const notFound = jest.fn(refuse(404));
    const gone = renderHook(() => useActionRequest('x'), {
      wrapper: wrapper(
        agentGovernanceApiMock({ overrides: { getActionRequest: notFound } }),
      ),
    });
    await waitFor(() => expect(gone.result.current.isError).toBe(true));
    expect(notFound).toHaveBeenCalledTimes(1);

    const outage = jest
      .fn(async () => aRequest())
      .mockImplementationOnce(refuse(503));
    const back = renderHook(() => useActionRequest('req-1'), {
      wrapper: wrapper(
        agentGovernanceApiMock({ overrides: { getActionRequest: outage } }),
      ),
    });
    await waitFor(() => expect(back.result.current.data?.id).toBe('req-1'), {
      timeout: 5000,
    });
  });

  it('asks everything again after a vote, refused or not', async () => {
    const api = agentGovernanceApiMock({
      overrides: { submitReview: refuse(409) },
    });
    const asked = jest.spyOn(api, 'getActionRequest');
    const { result } = renderHook(
      () => ({ request: useActionRequest('req-1'), review: useSubmitReview() }),
      { wrapper: wrapper(api) },
    );
    await waitFor(() => expect(result.current.request.data).toBeDefined());
    await act(async () => {
      await result.current.review
        .mutateAsync({
          requestId: 'req-1',
          holdDecisionId: 'd',
          presentationDigest: 'p',
          verdict: 'approve',
        })
        .catch(() => {});
    });
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  });
});
