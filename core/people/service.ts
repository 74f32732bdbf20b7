/** What other features may ask of people; their SQL stays in `store.ts`. */
export { hashPassword } from './password.ts';
export { checkPassword, judgePassword, type PasswordCheck } from './password-check.ts';
export { checkSupervisor, judgeSupervisor } from './supervisor.ts';
export { countUsers, findUser, findUserByLogin, insertUser, listUsers, type User } from './store.ts';
