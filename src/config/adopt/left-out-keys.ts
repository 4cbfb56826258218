/**
 * Keys of other tools that only concern their website, notebook or editor: they are recognised and left out. Contains
 * no key of our schema or of the adoptions.
 */
export const leftOutKeys: ReadonlySet<string> = new Set(
  [
    // The Carpentries: length of a lesson in minutes.
    "teaching exercises",
    // Jekyll and its themes.
    "layout permalink comments nav_order nav_exclude parent grand_parent has_children has_toc redirect_from redirect_to sitemap pin math mermaid",
    // Hugo and its themes.
    "draft weight aliases outputs menu linkTitle cascade slug type url_path expiryDate toc_hide hide_summary bookToc showToc ShowToc",
    // Quarto, R Markdown and pandoc.
    "format execute engine jupyter editor_options css number-sections toc-depth toc-title code-fold code-tools filters knit site output link-citations freeze page-layout listing",
    "documentclass classoption geometry fontsize mainfont linestretch header-includes colorlinks linkcolor urlcolor papersize highlight-style github-repo biblio-style always_allow_html",
    // MyST and Jupyter Book.
    "jupytext kernelspec numbering exports file_format html_meta downloads thebe",
    // Docusaurus and VitePress.
    "sidebar_position sidebar_label sidebar_class_name pagination_label pagination_next pagination_prev hide_title hide_table_of_contents custom_edit_url displayed_sidebar toc_min_heading_level toc_max_heading_level outline sidebar navbar editLink prev next pageClass",
    // kramdown-rfc and mmark; their lists of references are read where the text refers to them.
    "docname docName ipr area workgroup stand_alone pi normative informative submissiontype consensus v venue smart_quotes seriesInfo",
    // Pictures for links on social networks, and names of pages in a site.
    "image og_image featured_image thumbnail id",
    // Obsidian and MkDocs.
    "cssclass cssclasses publish hide icon search",
  ].flatMap((keys) => keys.split(" ")),
);
