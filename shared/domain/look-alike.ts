/** Letters that paper, stamps and people mix up with a digit (issue 2 item 5; FEATURES N9). The digit stands for all of its group. */
const digitByLetter: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
};
const mixedUp = new RegExp(`[${Object.keys(digitByLetter).join('')}]`, 'gu');
const lettersByDigit: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '8': 'B' };

/** The text with every look-alike as its digit: two marks that fold alike may be one mark typed twice. For comparing, never for storing. */
export function foldLookAlikes(text: string): string {
  return text.toUpperCase().replace(mixedUp, (letter) => digitByLetter[letter] ?? letter);
}

/** Whether two different texts would be taken for each other by eye. */
export function looksLike(one: string, other: string): boolean {
  return one.toUpperCase() !== other.toUpperCase() && foldLookAlikes(one) === foldLookAlikes(other);
}

export function digitLike(letter: string): string | undefined {
  return digitByLetter[letter];
}

export function letterLike(digit: string): string | undefined {
  return lettersByDigit[digit];
}
