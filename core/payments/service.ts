/** What other features may ask of payments; their SQL stays in `store.ts`. */
export { insertRefund, listRefunds, markRefundRefused } from './refund-store.ts';
export { seriesReport } from './series-report.ts';
export {
  findPayment,
  findReceipt,
  findVoidRefusal,
  getReceipt,
  insertFeeLines,
  insertShare,
  listFeeLines,
  listReprints,
  listShares,
  settlePayment,
  type TakenPayment,
} from './store.ts';
export { takePayment, type MoneyOnTheCounter } from './take-payment.ts';
