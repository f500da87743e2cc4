import { Request } from 'express';
import { Refusal } from '../Refusal';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The headers every call that changes something must or may carry. */
export function readCall(req: Request): { key: string; epoch?: number } {
  const key = req.header('Idempotency-Key');
  if (!key || !KEY.test(key)) {
    throw new Refusal(
      400,
      'The header Idempotency-Key is missing or not printable',
    );
  }
  const epoch = req.header('X-Execution-Epoch');
  if (epoch === undefined) {
    return { key };
  }
  if (!/^\d{1,15}$/.test(epoch)) {
    throw new Refusal(400, 'The header X-Execution-Epoch must be a number');
  }
  return { key, epoch: Number(epoch) };
}
