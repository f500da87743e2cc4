/** The HTTP status of an error the portal answered with. */
export function statusOf(error: unknown): number | undefined {
  return (error as { statusCode?: number } | null)?.statusCode;
}

/** What the portal said, without the transport around it. */
export function messageOf(error: Error): string {
  const cause = (error as { cause?: { message?: string } }).cause;
  return cause?.message ?? error.message;
}
