import { field } from './field.ts';

export const contact = (title: string, description: string) =>
  field.object(title, description, {
    id: field.id('Contact id', 'Identity of the person across systems.'),
    firstName: field.text('First name', 'Given name.').optional(),
    lastName: field.text('Last name', 'Family name.'),
    email: field.email('Email', 'Work e-mail address.').optional(),
    phone: field.text('Phone', 'Work telephone number, best with its country code.', 40).optional(),
    jobTitle: field.text('Job title', 'What the person does at the company.').optional(),
    role: field.text('Role', 'The part the person plays in the deal or the account.').optional(),
    isPrimary: field.flag('Primary', 'True for the one main contact.'),
  });
