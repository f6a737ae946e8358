import { z } from 'zod';
import { personRoles } from './person-roles.ts';

/** Whether a notification can be delivered to this recipient: it has to be an e-mail address or a role. */
export const isRecipient = (text: string): boolean =>
  personRoles.some((role) => role === text) || z.email().safeParse(text).success;

/** What to write instead of a recipient that cannot be reached. */
export const recipientAdvice = `which is neither an e-mail address nor a role. Give an address such as olga@example.com, or one of ${personRoles.join(', ')}.`;
