import type { BenchCase } from '../bench-case.ts';

/** Formats the names, addresses and numbers of sixty contacts. Nearly all of the work is on texts. */
export const contactTexts: BenchCase = {
  name: 'string-heavy, 60 contacts',
  text: `{
  "contacts": [Contacts.{
    "displayName": $trim(FirstName) & " " & $uppercase($trim(LastName)),
    "initials": $substring(FirstName, 0, 1) & $substring(LastName, 0, 1),
    "email": $lowercase($trim(Email)),
    "mailbox": $substringBefore(Email, "@"),
    "domain": $lowercase($substringAfter(Email, "@")),
    "isOwnDomain": $contains(Email, "halden-pike"),
    "phone": $replace($replace(Phone, " ", ""), "-", ""),
    "street": $split(Address, ", ")[0],
    "city": $split(Address, ", ")[1],
    "tags": $join(Tags, ";"),
    "code": $pad($string(Number), -6, "0"),
    "greeting": "Dear " & (Salutation ? Salutation & " " & LastName : FirstName) & ","
  }]
}`,
  input: {
    Contacts: Array.from({ length: 60 }, (_, index) => ({
      FirstName: ['Imogen', ' Tomasz', 'Aylin ', 'Noah', 'Priya'][index % 5],
      LastName: ['Hart', 'Kowalski', 'Demir', 'Schmidt  Meyer', 'Raman', 'Okafor', 'Lindqvist'][index % 7],
      Email: ` Person.${index}@${index % 4 === 0 ? 'Halden-Pike' : 'client'}.example`.slice(index % 2),
      Phone: `+44 113 496-0${100 + index}`,
      Address: `${index + 1} Park Row, Leeds, LS1 5HD`,
      Tags: ['billing', 'decision maker', 'steering'].slice(index % 3),
      Number: 17 + index * 13,
      ...(index % 3 !== 0 && { Salutation: index % 3 === 1 ? 'Ms' : 'Dr' }),
    })),
  },
  byHand,
};

interface Contact {
  readonly FirstName: string;
  readonly LastName: string;
  readonly Email: string;
  readonly Phone: string;
  readonly Address: string;
  readonly Tags: readonly string[];
  readonly Number: number;
  readonly Salutation?: string;
}

function byHand({ Contacts: contacts }: { readonly Contacts: readonly Contact[] }): unknown {
  return { contacts: contacts.map(contactOf) };
}

function contactOf(contact: Contact): unknown {
  const { FirstName: firstName, LastName: lastName, Email: email, Salutation: salutation } = contact;
  const at = email.indexOf('@');
  const [street, city] = contact.Address.split(', ');
  const result: Record<string, unknown> = {
    displayName: `${trimmed(firstName)} ${trimmed(lastName).toUpperCase()}`,
    initials: firstCharacter(firstName) + firstCharacter(lastName),
    email: trimmed(email).toLowerCase(),
    mailbox: at < 0 ? email : email.slice(0, at),
    domain: (at < 0 ? email : email.slice(at + 1)).toLowerCase(),
    isOwnDomain: email.includes('halden-pike'),
    phone: contact.Phone.replaceAll(' ', '').replaceAll('-', ''),
    street,
    tags: contact.Tags.join(';'),
    code: String(contact.Number).padStart(6, '0'),
    greeting: `Dear ${salutation === undefined ? firstName : `${salutation} ${lastName}`},`,
  };
  if (city !== undefined) result['city'] = city;
  return result;
}

/** Collapses white space inside the text into one space. */
function trimmed(text: string): string {
  return text.replace(/[ \t\n\r]+/g, ' ').trim();
}

/** Compares by code point. */
function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}
