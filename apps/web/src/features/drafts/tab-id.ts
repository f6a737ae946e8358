const key = 'throughline-tab';

let known: string | undefined;

/** A UUID that this browser tab keeps across reloads. */
export const tabId = (): string => (known ??= stored() ?? remember(randomUuid()));

const stored = (): string | undefined => {
  try {
    return window.sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
};

const remember = (id: string): string => {
  try {
    window.sessionStorage.setItem(key, id);
  } catch {
    // Without storage, the id lasts until the next reload.
  }
  return id;
};

/** `crypto.randomUUID` does not exist where the product is reached by plain http. */
const randomUuid = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x40;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const text = hex.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
};
