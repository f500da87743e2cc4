/** What became of it. */
export type CopyOutcome = 'copied' | 'refused';

/** Puts a text on the clipboard; a browser may refuse, as it does where the page is not served securely. */
export async function copyText(text: string): Promise<CopyOutcome> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'refused';
  }
}
