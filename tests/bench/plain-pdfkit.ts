import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { encodeQR } from 'qr';
import { printInstant } from '#core/paper/dates.ts';
import { receiptFacts } from '#core/paper/layouts/receipt.ts';
import type { Fact } from '#core/paper/layouts/style.ts';
import type { LogbookCopyData, ReceiptData } from '#core/paper/paper.ts';
import { paperWords } from '#core/paper/words.ts';
import { formatAmount, formatKes } from '#shared/base/money.ts';

const words = paperWords.en;
const pageWidth = 499;
const left = 48;

/** The words of our receipt and eLogbook copy set by hand with pdfkit, a new document each with the full TTF files: no engine to lay them out. */
export function plainPdfkit(root: string) {
  const file = (cut: string): string => join(root, `node_modules/pdfmake/fonts/Roboto/Roboto-${cut}.ttf`);
  const open = (): PDFKit.PDFDocument => {
    const document = new PDFDocument({ size: 'A4', margin: left });
    return document.registerFont('text', file('Regular')).registerFont('bold', file('Medium'));
  };
  return {
    receipt: (data: ReceiptData) => bytesOf(drawReceipt(open(), data)),
    logbook: (data: LogbookCopyData) => bytesOf(drawLogbook(open(), data)),
  };
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}

function drawReceipt(document: PDFKit.PDFDocument, data: ReceiptData): PDFKit.PDFDocument {
  const facts = receiptFacts(data, words);
  head(document, { title: words.title.receipt, number: data.receiptNumber, underline: data.serviceName, qr: data.qr ?? '' });
  box(document, words.standing[data.standing], words.receiptSentence[data.standing]);
  plate(document, data.plate ?? '', data.vehicleLine ?? '');
  grid(document, facts.case, 3);
  title(document, words.section.fees);
  for (const line of data.lines) row(document, [line.label, line.schedule, formatAmount(line.amountCents)]);
  row(document, [words.label.total, '', formatKes(data.totalCents)]);
  title(document, words.section.payment);
  grid(document, facts.payment, 3);
  document.font('text').fontSize(9.5).text(words.paymentSentence[data.payment.state], left);
  return foot(document, data);
}

function drawLogbook(document: PDFKit.PDFDocument, data: LogbookCopyData): PDFKit.PDFDocument {
  const underline = words.copyOfRecord(printInstant(data.recordAsOf, words));
  head(document, { title: words.title.logbookCopy, number: data.logbookNumber, underline, qr: data.qr ?? '' });
  plate(document, data.plate, data.plateClass);
  title(document, words.section.vehicle);
  grid(
    document,
    data.vehicle.map(({ field, value }) => ({ label: words.field[field], value })),
    4,
  );
  title(document, words.section.owners);
  for (const owner of data.owners) row(document, [owner.name, owner.postalAddress, `${owner.maskedId} ${owner.maskedPin}`]);
  title(document, words.section.record);
  grid(
    document,
    [
      { label: words.label.ownership, value: words.ownership[data.ownershipType] },
      { label: words.label.reference, value: data.applicationReference },
      { label: words.label.collection, value: data.collectionOffice.name },
    ],
    3,
  );
  title(document, words.section.notes);
  for (const mark of data.marks) document.font('text').fontSize(9.5).text(words.note[mark.kind](mark.by, mark.since), left);
  title(document, words.section.verify);
  document.font('bold').fontSize(15).text(data.verifyNumber, left);
  document.font('text').fontSize(9.5).text(`${words.verifySentence} ${words.notAboutPaper}`, left);
  return foot(document, data);
}

interface Head {
  readonly title: string;
  readonly number: string;
  readonly underline: string;
  readonly qr: string;
}

function head(document: PDFKit.PDFDocument, { title: name, number, underline, qr }: Head): void {
  document.rect(0, 0, 595, 5).fill('#0b6e69').fillColor('#14212b');
  const modules = encodeQR(qr, 'raw', { ecc: 'medium', border: 1 });
  const side = 87 / modules.length;
  for (const [y, line] of modules.entries())
    for (const [x, isBlack] of line.entries()) if (isBlack) document.rect(left + pageWidth - 87 + x * side, 46 + y * side, side, side);
  document.fill('#000000');
  document.font('bold').fontSize(25).text(name, left, 60).font('text').fontSize(13).text(number).fontSize(10).text(underline);
  document.y = 150;
}

function box(document: PDFKit.PDFDocument, word: string, sentence: string): void {
  const top = document.y;
  document.rect(left, top, pageWidth, 48).fill('#fff5df').fillColor('#714600');
  document
    .font('bold')
    .fontSize(12)
    .text(word, left + 12, top + 8)
    .font('text')
    .fontSize(9.5)
    .text(sentence, { width: pageWidth - 24 });
  document.fillColor('#14212b');
  document.y = top + 60;
}

function plate(document: PDFKit.PDFDocument, mark: string, line: string): void {
  const top = document.y;
  document
    .roundedRect(left, top, 172, 42, 6)
    .stroke()
    .font('bold')
    .fontSize(24)
    .text(mark, left, top + 8, { width: 172, align: 'center' });
  document.fontSize(12).text(line, left + 190, top + 8);
  document.y = top + 58;
}

function title(document: PDFKit.PDFDocument, text: string): void {
  document.moveDown(0.8).font('bold').fontSize(9).fillColor('#0b6e69').text(text, left).fillColor('#14212b').moveDown(0.3);
}

function grid(document: PDFKit.PDFDocument, facts: readonly Fact[], columns: number): void {
  const width = pageWidth / columns;
  const top = document.y;
  for (const [place, { label, value }] of facts.entries()) {
    const [x, y] = [left + (place % columns) * width, top + Math.floor(place / columns) * 30];
    document
      .font('text')
      .fontSize(7.5)
      .text(label, x, y, { width })
      .font('bold')
      .fontSize(10)
      .text(value, x, y + 10, { width });
  }
  document.y = top + Math.ceil(facts.length / columns) * 30;
}

function row(document: PDFKit.PDFDocument, [first, second, third]: readonly [string, string, string]): void {
  const top = document.y;
  document
    .font('text')
    .fontSize(9.5)
    .text(first, left, top, { width: 200 })
    .text(second, left + 200, top, { width: 180 });
  document.text(third, left + 380, top, { width: pageWidth - 380, align: 'right' });
  document
    .moveTo(left, top + 16)
    .lineTo(left + pageWidth, top + 16)
    .stroke('#d3dadf');
  document.y = top + 20;
}

function foot(document: PDFKit.PDFDocument, { office, deviceNo, madeAt }: ReceiptData | LogbookCopyData): PDFKit.PDFDocument {
  const made = words.foot.madeAt(office.code, deviceNo, printInstant(madeAt, words));
  return document.font('text').fontSize(7.5).text(`${made}\n${words.foot.notConnected}`, left, 770, { lineBreak: true });
}
