/** The password of everybody in the demo. Real people set their own, or sign in with an identity provider. */
export const demoPassword = 'halden-pike-demo';
