import { LedgerEnvelope } from '../model';
import { Problem, problem } from './Problem';

/** The order of one stream: from 0, without gaps, each entry tied to the one before. */
export class StreamChain {
  #next = 0;
  #previous: string | null = null;

  /** Adds an entry in the order it was given; goes on from it whatever was wrong. */
  add(envelope: LedgerEnvelope, leafHash: string): Problem[] {
    const { streamIndex, previous } = envelope;
    const problems: Problem[] = [];
    if (streamIndex < this.#next) {
      problems.push(
        problem(
          'duplicate-index',
          `It has index ${streamIndex}, which comes before the ${
            this.#next
          } expected here: it is there twice, or out of order`,
        ),
      );
    } else if (streamIndex > this.#next) {
      problems.push(
        problem(
          'index-gap',
          `It has index ${streamIndex}, but ${
            this.#next
          } is expected here: an entry is missing, or out of order`,
        ),
      );
    } else if (previous !== this.#previous) {
      problems.push(
        problem(
          'chain-broken',
          `It follows on ${previous}, but the entry before it is ${
            this.#previous
          }`,
        ),
      );
    }
    this.#next = streamIndex + 1;
    this.#previous = leafHash;
    return problems;
  }
}
