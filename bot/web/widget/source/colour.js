// The school's colour, made readable: WCAG 2.2 asks 4.5 : 1 for text.

const DEFAULT = "#1f4e79";
const WHITE = [255, 255, 255];
const INK = [27, 27, 27];
const DARK_PAPER = [38, 43, 50];
const ENOUGH = 4.5;

// What the style sheet needs of a colour such as "#1f4e79"; nonsense gives the default.
export function palette(colour) {
  const given = parse(colour) || parse(DEFAULT);
  const light = contrast(given, INK) >= contrast(given, WHITE) && contrast(given, INK) >= 7;
  const fill = light ? given : toward(given, [0, 0, 0], WHITE);
  return {
    fill: asRgb(fill),
    "on-fill": asRgb(light ? INK : WHITE),
    accent: asRgb(toward(given, [0, 0, 0], [244, 246, 248])),
    "accent-dark": asRgb(toward(given, WHITE, DARK_PAPER, 7)),
  };
}

// Mixes in `other` until text of this colour can be read on `ground`, or the other way round.
function toward(colour, other, ground, enough = ENOUGH) {
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = colour.map((part, i) => Math.round(part + (other[i] - part) * share));
    if (contrast(mixed, ground) >= enough) return mixed;
  }
  return other;
}

export function contrast(one, two) {
  const [low, high] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parse(text) {
  if (!/^#[\da-f]{6}$/i.test(text)) return null;
  return [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
}

function asRgb(colour) {
  return `rgb(${colour.join(",")})`;
}
