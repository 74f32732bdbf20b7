export const signIn = {
  title: (office: string) => `Sign in at ${office}`,
  plainTitle: 'Sign in',
  who: 'Who is at this desk?',
  whoHelp: 'Arrow keys or a number, then type your password.',
  password: (name: string) => `Password of ${name}`,
  submit: 'Sign in',
  nobody: 'Nobody can sign in here yet.',
  practiceHint: 'The practice staff all have the password',
  showPassword: 'Show or hide the password',
  change: {
    title: 'Choose your own password',
    words: 'The password you were given works once. Only you may know the new one.',
    ownTitle: 'Change my password',
    current: 'Password you have now',
    next: 'New password',
    nextHelp: (min: number) => `At least ${min} characters; three words in a row are easiest.`,
    again: 'The new password again',
    differs: 'The two new passwords are not the same.',
    submit: 'Change the password',
    done: 'Your password is changed.',
  },
  lock: {
    title: 'This desk is locked',
    words: (name: string) => `${name} was here. Everything typed is kept. The same person's password opens it.`,
    password: (name: string) => `Password of ${name}`,
    submit: 'Unlock',
    other: 'Somebody else signs in',
  },
};

export type SignInWords = typeof signIn;
