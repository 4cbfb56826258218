import type { Tradition } from "./dialogue.ts";

const english = {
  language: "en",
  lines: [
    "I don’t know",
    "’Tis late",
    "You’re goin’ home",
    "Tell ’em I’m here",
    "Them’s the Joneses’ dogs",
    "He’s o’ the old kind an’ no mistake",
    "’Twas the summer of ’69",
    "Ma’am",
    "Where’d y’all hear that",
    "It’s five o’clock in th’ mornin’",
    "Yes",
    "Fish ’n’ chips",
    "’Arry’s ’orse is in the ’ouse",
    "They’d’ve come by the ’90s",
    "I s’pose the boys’ room’s free",
    "Six feet, no less",
    "’Cause I said so",
    "Wait ’til I’m ready",
    "No. 7’s mine",
    "The Captain’s",
    "Lor’ bless you",
    "I ain’t afeard o’ nothin’, nor’s ’e",
    "Rock ’n’ roll’s dead",
    "Give it ’ere",
    "’E’s ’ad ’is dinner",
    "Don’ let ’im in",
    "’Ave a care, ’Enry",
    "Git along wi’ ye",
    "’Ow’s your father’s ’ealth",
    "My gran’fer was out in the ’45",
    "’Struth, that’s the Smiths’",
    "’Fraid so",
    "’S all right, ol’ man",
    "D’ye ken the laird o’ Cockpen",
    "The ’osses’ll be wantin’ water",
    "Mornin’, guv’nor",
  ],
  names: ["The Raven", "gentleman", "o’clock", "’tis", "A Winter’s Tale", "no"],
  speakers: ["she said", "cried the boatswain", "O’Malley asked", "the lads’ father went on", "said I"],
} as const;

const american: Tradition = { ...english, outer: ["“", "”"], inner: ["‘", "’"], typed: '"' };
const british: Tradition = { ...english, language: "en-GB", outer: ["‘", "’"], inner: ["“", "”"], typed: "'" };

const german: Tradition = {
  language: "de",
  outer: ["„", "“"],
  inner: ["‚", "‘"],
  typed: '"',
  lines: ["Ich weiß es nicht", "Wie geht’s", "So ’ne Sache", "Das ist Hans’ Hut", "Ja", "Komm ’rein", "Hab’s gesehen"],
  names: ["Faust", "Der Taucher", "nie", "Grimms’ Märchen"],
  speakers: ["sagte sie", "rief der Alte", "fuhr sie fort", "meinte Felix’ Mutter"],
};

const french: Tradition = {
  language: "fr",
  outer: ["«\u202F", "\u202F»"],
  inner: ["“", "”"],
  typed: '"',
  lines: [
    "Je n’en sais rien",
    "C’est l’heure",
    "Aujourd’hui",
    "Oui",
    "Qu’est-ce que c’est que ça",
    "J’y vais",
    "P’tit gars",
  ],
  names: ["L’Étranger", "jamais", "La Peste", "aujourd’hui"],
  speakers: ["dit-elle", "s’écria l’homme", "répondit-il", "ajouta l’autre"],
};

const italian: Tradition = {
  language: "it",
  outer: ["«", "»"],
  inner: ["“", "”"],
  typed: '"',
  lines: ["Non lo so", "C’è un po’ d’acqua", "Dell’altro", "Sì", "’Sto ragazzo", "L’ho visto nell’80", "Va’ via"],
  names: ["L’Infinito", "mai", "Il Gattopardo", "un po’"],
  speakers: ["disse lei", "gridò l’uomo", "rispose", "aggiunse l’altro"],
};

const spanish: Tradition = {
  language: "es",
  outer: ["«", "»"],
  inner: ["“", "”"],
  typed: '"',
  lines: ["No lo sé", "¿Quién", "¡Vaya", "Sí", "Mañana a las cinco", "Ven acá"],
  names: ["La Celestina", "nunca", "¿por qué?"],
  speakers: ["dijo ella", "gritó el viejo", "respondió", "añadió la otra"],
};

export const traditions = { american, british, german, french, italian, spanish };
