/** Of the demo's people only; real people get theirs from an admin or an identity provider. */
export const demoPassword = 'halden-pike-demo';
