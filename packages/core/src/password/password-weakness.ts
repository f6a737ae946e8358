import { ZxcvbnFactory, type OptionsType } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';

export const shortestPassword = 12;
export const longestPassword = 128;

/** A score from 0 to 4; 3 means that somebody who knows the usual patterns needs more than 10^8 guesses. */
const requiredScore = 3;

/**
 * Why a password is refused, or undefined for a good one. Attackers first guess common passwords and their variations,
 * keyboard patterns, dates, and what others know about the person, so these count for little here.
 */
export function passwordWeakness(password: string, known: readonly string[]): string | undefined {
  const length = Array.from(password).length;
  if (length < shortestPassword) return `The password needs at least ${shortestPassword} characters.`;
  if (length > longestPassword) return `The password can have ${longestPassword} characters at most.`;
  if (/\p{Cc}/u.test(password)) return 'The password holds a control character, usually pasted by accident. Remove it.';
  const { score, feedback } = estimator().check(password, [...knownWords(known), 'throughline']);
  if (score >= requiredScore) return undefined;
  const reason = feedback.warning === null || feedback.warning === '' ? '' : ` ${feedback.warning}`;
  return `This password is easy to guess.${reason} Use several unrelated words, or let a password manager make one.`;
}

/** Names and addresses: whole, in their parts, and with the parts joined. */
const knownWords = (known: readonly string[]): string[] =>
  known
    .flatMap((text) => {
      const [local = text] = text.split('@');
      const parts = local.split(/[^\p{L}\p{N}]+/u);
      return [text, ...parts, parts.join('')];
    })
    .filter((word) => word.length > 2);

const options: OptionsType = {
  translations: english.translations,
  graphs: common.adjacencyGraphs,
  dictionary: { ...common.dictionary, ...english.dictionary },
  maxLength: longestPassword,
};

let made: ZxcvbnFactory | undefined;

/** Created on first use, because its word lists take a moment to unpack. */
const estimator = (): ZxcvbnFactory => (made ??= new ZxcvbnFactory(options));
