import type { EditionName } from "../model/edition.ts";

/** The words that Offprint itself puts into a document, by language. */
export interface Words {
  readonly contents: string;
  readonly notes: string;
  readonly note: string;
  readonly backToText: string;
  readonly figure: string;
  readonly table: string;
  readonly part: string;
  readonly skipToContent: string;
  readonly published: string;
  readonly updated: string;
  readonly checked: string;
  readonly checkAgain: string;
  readonly by: string;
  readonly editedBy: string;
  readonly licence: string;
  readonly cover: string;
  readonly titlePage: string;
  readonly task: string;
  readonly done: string;
  readonly page: string;
  readonly of: string;
  readonly callouts: Readonly<Record<CalloutName, string>>;
  readonly library: LibraryWords;
}

/** The words of the page that lists the publications. `#` stands for a number. */
interface LibraryWords {
  readonly title: string;
  readonly onePage: string;
  readonly pages: string;
  readonly editions: Readonly<Record<EditionName, string>>;
}

export const calloutNames = ["note", "tip", "important", "warning", "caution", "example"] as const;
export type CalloutName = (typeof calloutNames)[number];

const en: Words = {
  contents: "Contents",
  notes: "Notes",
  note: "Note",
  backToText: "Back to the text",
  figure: "Figure",
  table: "Table",
  part: "Part",
  skipToContent: "Skip to the text",
  published: "Published",
  updated: "Updated",
  checked: "Checked on",
  checkAgain: "to be checked again by",
  by: "by",
  editedBy: "Edited by",
  licence: "Licence",
  cover: "Cover",
  titlePage: "Title page",
  task: "To do",
  done: "Done",
  page: "Page",
  of: "of",
  callouts: {
    note: "Note",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
    caution: "Caution",
    example: "Example",
  },
  library: {
    title: "Publications",
    onePage: "# page",
    pages: "# pages",
    editions: {
      web: "Web page",
      ebook: "E-book (EPUB)",
      handout: "Handout (PDF, US Letter)",
      "handout-a4": "Handout (PDF, A4)",
    },
  },
};

const de: Words = {
  contents: "Inhalt",
  notes: "Anmerkungen",
  note: "Anmerkung",
  backToText: "Zurück zum Text",
  figure: "Abbildung",
  table: "Tabelle",
  part: "Teil",
  skipToContent: "Zum Text springen",
  published: "Veröffentlicht",
  updated: "Aktualisiert",
  checked: "Geprüft am",
  checkAgain: "erneut zu prüfen bis",
  by: "von",
  editedBy: "Herausgegeben von",
  licence: "Lizenz",
  cover: "Umschlag",
  titlePage: "Titelseite",
  task: "Offen",
  done: "Erledigt",
  page: "Seite",
  of: "von",
  callouts: {
    note: "Hinweis",
    tip: "Tipp",
    important: "Wichtig",
    warning: "Warnung",
    caution: "Vorsicht",
    example: "Beispiel",
  },
  library: {
    title: "Publikationen",
    onePage: "# Seite",
    pages: "# Seiten",
    editions: {
      web: "Webseite",
      ebook: "E-Book (EPUB)",
      handout: "Handzettel (PDF, US Letter)",
      "handout-a4": "Handzettel (PDF, A4)",
    },
  },
};

const es: Words = {
  contents: "Contenido",
  notes: "Notas",
  note: "Nota",
  backToText: "Volver al texto",
  figure: "Figura",
  table: "Tabla",
  part: "Parte",
  skipToContent: "Ir al texto",
  published: "Publicado",
  updated: "Actualizado",
  checked: "Comprobado el",
  checkAgain: "debe comprobarse de nuevo antes del",
  by: "por",
  editedBy: "Edición de",
  licence: "Licencia",
  cover: "Cubierta",
  titlePage: "Portada",
  task: "Pendiente",
  done: "Hecho",
  page: "Página",
  of: "de",
  callouts: {
    note: "Nota",
    tip: "Consejo",
    important: "Importante",
    warning: "Advertencia",
    caution: "Precaución",
    example: "Ejemplo",
  },
  library: {
    title: "Publicaciones",
    onePage: "# página",
    pages: "# páginas",
    editions: {
      web: "Página web",
      ebook: "Libro electrónico (EPUB)",
      handout: "Folleto (PDF, carta)",
      "handout-a4": "Folleto (PDF, A4)",
    },
  },
};

const fr: Words = {
  contents: "Sommaire",
  notes: "Notes",
  note: "Note",
  backToText: "Retour au texte",
  figure: "Figure",
  table: "Tableau",
  part: "Partie",
  skipToContent: "Aller au texte",
  published: "Publié",
  updated: "Mis à jour",
  checked: "Vérifié le",
  checkAgain: "à revérifier avant le",
  by: "par",
  editedBy: "Sous la direction de",
  licence: "Licence",
  cover: "Couverture",
  titlePage: "Page de titre",
  task: "À faire",
  done: "Fait",
  page: "Page",
  of: "sur",
  callouts: {
    note: "Note",
    tip: "Conseil",
    important: "Important",
    warning: "Avertissement",
    caution: "Attention",
    example: "Exemple",
  },
  library: {
    title: "Publications",
    onePage: "# page",
    pages: "# pages",
    editions: {
      web: "Page web",
      ebook: "Livre numérique (EPUB)",
      handout: "Document à imprimer (PDF, US Letter)",
      "handout-a4": "Document à imprimer (PDF, A4)",
    },
  },
};

const tables: Readonly<Record<string, Words>> = { en, de, es, fr };

/** The words in a language (BCP 47), in English where they have not been translated. */
export function wordsFor(language: string): Words {
  return tables[new Intl.Locale(language).language] ?? en;
}
