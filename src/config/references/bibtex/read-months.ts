const names = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

interface Side {
  month?: number | undefined;
  day?: number | undefined;
}

/** Parses BibTeX months with days, one or a range: `jan`, `June 3--7`, `24-28 June`, `Jul 30 – Aug 2`. */
export function readMonths(text: string): number[][] | undefined {
  const sides = text
    .trim()
    .split(/\s*(?:[-–—/]+|&|\b(?:and|to)\b)\s*/i)
    .map((side) => readSide(side));
  const [first, last] = sides;
  if (!first || sides.includes(undefined) || sides.length > 2) return undefined;
  const named = first.month ?? last?.month;
  const parts = [first, ...(last ? [last] : [])].map((side) => {
    const written = named === undefined ? [side.day] : [side.month ?? named, side.day];
    return written.filter((part) => part !== undefined);
  });
  const isWhole = parts.every(([month = 0, day = 1]) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  return isWhole && parts.every(({ length }) => length > 0 && length === parts[0]?.length) ? parts : undefined;
}

function readSide(text: string): Side | undefined {
  const side: Side = {};
  const numbers: number[] = [];
  for (const word of text.split(/[\s,]+/)) {
    const name = /^\p{L}{3,}\.?$/u.test(word) ? names.indexOf(word.slice(0, 3).toLowerCase()) + 1 : 0;
    const number = /^(\d\d?)(?:st|nd|rd|th)?\.?$/i.exec(word)?.[1];
    if (name > 0 && side.month === undefined) side.month = name;
    else if (number !== undefined) numbers.push(Number(number));
    else return undefined;
  }
  if (side.month === undefined && numbers.length === 2) [side.month, side.day] = numbers;
  else if (numbers.length === 1) side.day = numbers[0];
  else if (numbers.length > 1) return undefined;
  return side;
}
