export { applyDraft } from './applyDraft';
export type { AppliedDraft, ApplyDraftOptions } from './applyDraft';
export { DRAFT_LIMITS, readDraft } from './readDraft';
export type { ReadChange, ReadDraft } from './readDraft';
