/** Writes rows as CSV (RFC 4180), with a byte order mark so that spreadsheets detect UTF-8. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(quote).join(",")}\r\n`).join("")}`;
}

function quote(cell: string): string {
  // Spreadsheets would evaluate such a cell as a formula (OWASP, "CSV injection").
  const plain = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
