export type PersonErrorCode =
  | 'LINK_NOT_FOUND'
  | 'ALREADY_A_MEMBER'
  | 'ACCOUNT_EXISTS'
  | 'MAKERS_BROWSER'
  | 'NEW_PASSWORD_NEEDED'
  | 'PASSWORD_WRONG'
  | 'OTHER_PERSON'
  | 'OTHER_ORGANISATION'
  | 'MEMBER_NOT_FOUND'
  | 'EMAIL_NOT_VALID'
  | 'NAME_NOT_ALLOWED'
  | 'NAME_TAKEN'
  | 'PASSWORD_WEAK'
  | 'OWN_ACCOUNT'
  | 'NOTHING_TO_CONFIRM';

/** Something about a person, their name or their access does not allow what was asked; the message says what to do. */
export class PersonError extends Error {
  override readonly name = 'PersonError';
  readonly code: PersonErrorCode;

  constructor(code: PersonErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
