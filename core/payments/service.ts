/** What other features may ask of payments; their SQL stays in `store.ts`. */
export { findPayment, findReceipt, insertFeeLines, listFeeLines, settlePayment } from './store.ts';
export { takePayment } from './take-payment.ts';
