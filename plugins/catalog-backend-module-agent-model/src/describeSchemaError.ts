import { ErrorObject } from 'ajv';

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/**
 * Says in one sentence which field is wrong and what it may be; nothing for errors that only repeat others.
 */
export function describeSchemaError(error: ErrorObject): string[] {
  const { keyword, params } = error;
  const path = toFieldPath(error.instancePath);
  switch (keyword) {
    case 'required':
      return [`${join(path, params.missingProperty)} is required`];
    case 'enum':
      return [`${path} must be one of ${params.allowedValues.join(', ')}`];
    case 'const':
      return [`${path} must be ${params.allowedValue}`];
    case 'additionalProperties':
      return [describeUnknownField(path, params.additionalProperty, error)];
    case 'discriminator':
      return [`${join(path, params.tag)} must be one of EC, OKP, RSA`];
    case 'pattern':
      return [`${path} ${describePattern(path)}`];
    case 'minProperties':
      return [`${path} must have keys, federated or both`];
    case 'oneOf':
      return [];
    default:
      return [`${path} ${error.message}`];
  }
}

function describePattern(path: string): string {
  return path.includes('.federated[')
    ? 'must be the id of a configured issuer: lower-case letters, digits and dashes, at most 63'
    : 'is too short, too long or not base64url';
}

function describeUnknownField(
  path: string,
  name: string,
  error: ErrorObject,
): string {
  const field = join(path, name);
  if (path.includes('keys[') && PRIVATE_MEMBERS.includes(name)) {
    return `${field} is part of a private key, which must never be in the catalog: give the public key, and replace this one`;
  }
  const known = Object.keys(error.parentSchema?.properties ?? {});
  return `${field} is not known here; known are ${known.join(', ')}`;
}

/** `/spec/identity/keys/0/x` → `spec.identity.keys[0].x` */
function toFieldPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce(
      (path, part) =>
        /^\d+$/.test(part) ? `${path}[${part}]` : join(path, part),
      '',
    );
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
