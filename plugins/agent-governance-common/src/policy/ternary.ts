import { Ternary } from '../model';

/** Kleene's *and*: one `false` decides; otherwise one `unknown` leaves it open. @public */
export function ternaryAnd(values: readonly Ternary[]): Ternary {
  if (values.includes(false)) {
    return false;
  }
  return values.includes('unknown') ? 'unknown' : true;
}

/** Kleene's *or*: one `true` decides; otherwise one `unknown` leaves it open. @public */
export function ternaryOr(values: readonly Ternary[]): Ternary {
  if (values.includes(true)) {
    return true;
  }
  return values.includes('unknown') ? 'unknown' : false;
}

/** Kleene's *not*: what is unknown stays unknown, so that negation never makes good news of it. @public */
export function ternaryNot(value: Ternary): Ternary {
  return value === 'unknown' ? 'unknown' : !value;
}
