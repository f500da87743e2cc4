import { Answer, Attempt } from './WayAround';

/** What is sent: JSON, unless the headers say otherwise. */
export interface Question {
  body?: unknown;
  headers?: Record<string, string>;
  /** Instead of the agent's own; an empty text for none. */
  token?: string;
}

/** Asks the portal as the agent, with a path exactly as written. */
export async function ask(
  { agentToken, portalUrl }: Attempt,
  what: string,
  question: Question = {},
): Promise<Answer & { headers: Headers }> {
  const [method, path] = what.split(' ');
  const { body, token = agentToken } = question;
  const response = await fetch(`${portalUrl}${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
      ...question.headers,
    },
    body:
      typeof body === 'string' || body === undefined
        ? body
        : JSON.stringify(body),
    redirect: 'manual',
  });
  return {
    what,
    status: response.status,
    text: await response.text(),
    refused: [400, 401, 403, 404, 409, 413].includes(response.status),
    headers: response.headers,
  };
}

/** Tries the same in several spellings. */
export async function askEach(
  attempt: Attempt,
  whats: string[],
  question?: Question,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const what of whats) {
    answers.push(await ask(attempt, what, question));
  }
  return answers;
}
