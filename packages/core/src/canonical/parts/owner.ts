import { field } from './field.ts';

/** A person in our own firm who is responsible for the record. */
export const owner = (title: string, description: string) =>
  field.object(title, description, {
    id: field.id('Person id', 'Identity of the person in the system that named them.'),
    name: field.text('Name', 'Full name.').optional(),
    email: field.email('Email', 'Work e-mail address; notifications go here.').optional(),
  });
