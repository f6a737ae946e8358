/** A value of a form: a text, or what its brackets build. */
type FormValue = string | null | FormValue[] | { [name: string]: FormValue };

/**
 * A Rails structured form: `workspace[title]=X`, `story[assignee_ids][]=1`, `time_entries[][notes]=a`. A form has no
 * null, so an empty value stands for one. A repeated name begins the next object of a list.
 */
export function parseForm(text: string): FormValue {
  const root: { [name: string]: FormValue } = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const [first = '', ...keys] = name.split('[').map((each) => each.replace(/\]$/, ''));
    put(root, first, keys, value === '' ? null : value);
  }
  return root;
}

function put(target: { [name: string]: FormValue }, name: string, keys: readonly string[], value: FormValue): void {
  const [key, ...deeper] = keys;
  if (key === undefined) {
    define(target, name, value);
    return;
  }
  const known = Object.hasOwn(target, name) ? target[name] : undefined;
  if (key !== '') {
    const object = isObject(known) ? known : {};
    define(target, name, object);
    put(object, key, deeper, value);
    return;
  }
  const list = Array.isArray(known) ? known : [];
  define(target, name, list);
  const [member, ...below] = deeper;
  if (member === undefined) {
    list.push(value);
    return;
  }
  const last = list.at(-1);
  const isOpen = isObject(last) && !(below.length === 0 && Object.hasOwn(last, member));
  const object = isOpen ? last : {};
  if (!isOpen) list.push(object);
  put(object, member, below, value);
}

function isObject(value: FormValue | undefined): value is { [name: string]: FormValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Defines the member without running into `__proto__`. */
function define(target: object, name: string, value: FormValue): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}
