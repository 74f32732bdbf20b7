/** What other features may ask of people; their SQL stays in `store.ts`. */
export { hashPassword } from './password.ts';
export { checkPassword, judgePassword } from './password-check.ts';
export { countUsers, findUser, findUserByLogin, insertUser, type User } from './store.ts';
