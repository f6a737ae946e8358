/** The password of everybody in the demo. Real people choose their own, or sign in with an identity provider. */
export const demoPassword = 'halden-pike-demo';
