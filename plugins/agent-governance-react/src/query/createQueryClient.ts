import { QueryClient } from '@tanstack/react-query';

const MAX_RETRIES = 2;

/** Retries only what may pass: an answer of 4xx is an answer. */
function shouldRetry(failures: number, error: Error): boolean {
  const status = (error as { statusCode?: number }).statusCode;
  const refused = status !== undefined && status >= 400 && status < 500;
  return !refused && failures < MAX_RETRIES;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 2_000 },
      mutations: { retry: false },
    },
  });
}
