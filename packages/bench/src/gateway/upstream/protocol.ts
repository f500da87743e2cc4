/** Where the two servers are. */
export interface UpstreamUrls {
  /** With the tools that are called. */
  callable: string;
  /** With many that are only listed. */
  many: string;
}

/** What the process is asked; one thing at a time. */
export type UpstreamMessage =
  | { name: 'start'; tools: number }
  | { name: 'count' };

/** Told from what the loader of TypeScript sends on the same channel. */
export interface UpstreamAnswer {
  type: 'answer';
  urls?: UpstreamUrls;
  calls: number;
}
