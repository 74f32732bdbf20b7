/** A Monday morning at the counter, 09:00 in Nairobi. */
export const mondayMorning = Date.parse('2026-11-23T06:00:00.000Z');
