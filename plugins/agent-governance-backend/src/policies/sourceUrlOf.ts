import { Entity } from '@backstage/catalog-model';

/** Where people look at and edit an entity, the nearest first. */
const ANNOTATIONS = [
  'backstage.io/view-url',
  'backstage.io/edit-url',
  'backstage.io/source-location',
];
const MAX_LENGTH = 2_000;

/** Where an entity says that it can be looked at, if that is a web address. Its word, and nobody's proof. */
export function sourceUrlOf(entity: Entity): string | undefined {
  for (const annotation of ANNOTATIONS) {
    const text = entity.metadata.annotations?.[annotation]?.replace(
      /^url:/,
      '',
    );
    if (
      text !== undefined &&
      text.length <= MAX_LENGTH &&
      /^https?:\/\/[^\s\p{Cc}\p{Cf}]+$/u.test(text) &&
      URL.canParse(text)
    ) {
      return text;
    }
  }
  return undefined;
}
